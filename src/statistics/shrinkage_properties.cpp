#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "statistics/baseline_trend.hpp"
#include "statistics/funnel.hpp"
#include "statistics/noncentral.hpp"
#include "statistics/overlap.hpp"
#include "statistics/shrinkage.hpp"

namespace statistics {
namespace {

bool alike(double one, double other) { return std::abs(one - other) <= 1e-9 * (1 + std::abs(one)); }

std::vector<Estimate> some_schools() {
    std::vector<Estimate> schools;
    auto const many = *rc::gen::inRange(2, 12);
    for (int i = 0; i < many; ++i)
        schools.push_back(
            {.value = *rc::gen::inRange(-50, 50) / 10., .standard_error = *rc::gen::inRange(1, 40) / 10.}
        );
    return schools;
}

RC_GTEST_PROP(StatisticsShrinkage, draws_each_school_towards_the_mean_and_not_past_it, ()) {
    auto const schools = some_schools();
    for (auto const method : all_of<Between>()) {
        auto const found = *shrinkage(schools, method);
        RC_ASSERT(found.between >= 0 && found.q >= -1e-9);
        for (std::size_t i = 0; i < schools.size(); ++i) {
            auto const low = std::min(schools[i].value, found.mean) - 1e-9;
            auto const high = std::max(schools[i].value, found.mean) + 1e-9;
            RC_ASSERT(found.shrunk[i].value >= low && found.shrunk[i].value <= high);
            RC_ASSERT(found.own[i] >= 0 && found.own[i] <= 1);
            RC_ASSERT(found.shrunk[i].standard_error > 0);
        }
    }
}

RC_GTEST_PROP(StatisticsShrinkage, does_not_ask_in_which_order_or_units_schools_come, ()) {
    auto const schools = some_schools();
    auto turned = schools;
    std::ranges::reverse(turned);
    for (auto& school : turned)
        school = {.value = 4 * school.value + 7, .standard_error = 4 * school.standard_error};
    for (auto const method : all_of<Between>()) {
        auto const found = *shrinkage(schools, method);
        auto const other = *shrinkage(turned, method);
        RC_ASSERT(std::abs(other.between - 16 * found.between) <= 1e-6 * (1 + other.between));
        RC_ASSERT(std::abs(other.mean - (4 * found.mean + 7)) <= 1e-6 * (1 + std::abs(other.mean)));
    }
}

// Of schools with one standard error all three methods are the spread of the values less that of chance.
RC_GTEST_PROP(StatisticsShrinkage, of_schools_of_one_size_is_the_same_by_every_method, ()) {
    auto schools = some_schools();
    std::vector<double> values;
    for (auto& school : schools) {
        school.standard_error = 1;
        values.push_back(school.value);
    }
    auto const sd = summary_of(values).sd;
    for (auto const method : all_of<Between>())
        RC_ASSERT(alike(shrinkage(schools, method)->between, std::max(0., sd * sd - 1)));
}

// What Paule and Mandel ask for: with these weights q is what chance alone gives, or less where nothing is
// between.
RC_GTEST_PROP(StatisticsShrinkage, of_paule_and_mandel_leaves_what_chance_gives, ()) {
    auto const schools = some_schools();
    auto const found = *shrinkage(schools, Between::paule_mandel);
    double q = 0;
    for (auto const& school : schools)
        q += std::pow(school.value - found.mean, 2) / (std::pow(school.standard_error, 2) + found.between);
    auto const degrees = static_cast<double>(schools.size()) - 1;
    RC_ASSERT(q <= degrees + 1e-6);
    if (found.between > 0) RC_ASSERT(std::abs(q - degrees) < 1e-6);
}

RC_GTEST_PROP(StatisticsFunnel, narrows_around_the_target_and_widens_with_certainty, ()) {
    auto const target = *rc::gen::inRange(5, 96) / 100.;
    auto const pupils = *rc::gen::inRange(1, 300);
    auto const outer_low = *limit_for_share(target, pupils, 0.001);
    auto const low = *limit_for_share(target, pupils, 0.025);
    auto const high = *limit_for_share(target, pupils, 0.975);
    auto const outer_high = *limit_for_share(target, pupils, 0.999);
    RC_ASSERT(0 <= outer_low && outer_low <= low && low <= high && high <= outer_high && outer_high <= 1);
    RC_ASSERT(low <= target);
    auto const of_more = *limit_for_share(target, std::int64_t{100} * pupils, 0.025);
    RC_ASSERT(of_more >= low - 1e-9 && of_more <= target);
}

RC_GTEST_PROP(StatisticsFunnel, does_not_ask_for_units, ()) {
    auto const schools = some_schools();
    auto scaled = schools;
    for (auto& school : scaled)
        school = {.value = 4 * school.value + 7, .standard_error = 4 * school.standard_error};
    auto const found = *overdispersion(schools, 0.5);
    auto const other = *overdispersion(scaled, 9);
    auto const [least, most] = std::ranges::minmax(found.z);
    RC_ASSERT(alike(found.phi, other.phi));
    RC_ASSERT(std::abs(16 * found.between - other.between) < 1e-7 * (1 + other.between));
    for (std::size_t i = 0; i < schools.size(); ++i) {
        RC_ASSERT(least <= found.z_winsorised[i] && found.z_winsorised[i] <= most);
        RC_ASSERT(std::abs(found.z_adjusted[i]) <= std::abs(found.z[i]) + 1e-12);
    }
}

RC_GTEST_PROP(StatisticsNoncentral, falls_as_the_probability_grows_and_rises_with_t, ()) {
    auto const t = *rc::gen::inRange(-400, 400) / 10.;
    auto const degrees = *rc::gen::inRange(1, 60);
    auto const probability = *rc::gen::inRange(1, 990) / 1000.;
    auto const found = noncentrality_at(t, degrees, probability);
    RC_ASSERT(std::isfinite(found));
    RC_ASSERT(noncentrality_at(t, degrees, probability + 0.005) < found);
    RC_ASSERT(noncentrality_at(t + 0.1, degrees, probability) > found);
}

// Whatever numbers come, what goes out is a refusal or a figure.
RC_GTEST_PROP(StatisticsShrinkage, never_answers_with_what_is_no_number, ()) {
    auto const wild = [] {
        return *rc::gen::element(
            0.,
            1.,
            -1.,
            0.1,
            3.,
            1e-300,
            1e300,
            -1e300,
            1e18,
            std::numeric_limits<double>::quiet_NaN(),
            std::numeric_limits<double>::infinity(),
            std::numeric_limits<double>::denorm_min()
        );
    };
    std::vector<Estimate> schools;
    for (int i = 0; i < 3; ++i) schools.push_back({wild(), wild()});
    for (auto const method : all_of<Between>())
        if (auto const found = shrinkage(schools, method)) {
            RC_ASSERT(all_finite(std::vector{found->between, found->mean, found->mean_error, found->q}));
            for (auto const& school : found->shrunk)
                RC_ASSERT(std::isfinite(school.value + school.standard_error));
        }
    if (auto const found = overdispersion(schools, wild())) {
        RC_ASSERT(all_finite(found->z_adjusted) && all_finite(std::vector{found->phi, found->between}));
        for (auto const& limits : found->limits) RC_ASSERT(std::isfinite(limits.upper - limits.lower));
    }
    if (auto const found = limit_for_share(wild(), 20, wild())) RC_ASSERT(std::isfinite(*found));
    if (auto const found = limits_for_mean(wild(), wild(), 20, wild()))
        RC_ASSERT(std::isfinite(found->upper));
    std::vector<double> const before{wild(), wild(), wild()};
    std::vector<double> const during{wild(), wild()};
    if (auto const found = individuals_chart(before)) RC_ASSERT(std::isfinite(found->limits.upper));
    if (auto const found = overlap(before, during))
        RC_ASSERT(all_finite(std::vector{found->nap, *found->standard_error, found->interval->lower}));
    std::vector<Weekly> const weeks{{wild(), wild()}, {wild(), wild()}, {wild(), wild()}};
    if (auto const found = tarlow_tau(weeks, std::vector<Weekly>{{wild(), wild()}}))
        RC_ASSERT(all_finite(std::vector{found->tau, found->p, found->baseline_tau, found->tau_corrected}));
    if (auto const found = baseline_corrected_tau(weeks, std::vector<Weekly>{{wild(), wild()}}))
        RC_ASSERT(all_finite(std::vector{found->tau, found->slope, found->intercept}));
}

}  // namespace
}  // namespace statistics
