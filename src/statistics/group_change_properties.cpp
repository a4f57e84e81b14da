#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "statistics/clustered_change.hpp"
#include "statistics/group_change.hpp"
#include "statistics/reliable_change.hpp"

namespace statistics {
namespace {

using Scores = std::vector<double>;

double near(double size) { return 1e-9 * (1 + std::abs(size)); }

bool alike(double one, double other) { return std::abs(one - other) <= near(one); }

Scores some_scores(std::size_t many) {
    Scores scores;
    for (auto const score : *rc::gen::container<std::vector<int>>(many, rc::gen::inRange(0, 41)))
        scores.push_back(score);
    return scores;
}

Scores varied_scores() {
    auto scores = some_scores(*rc::gen::inRange<std::size_t>(3, 12));
    scores.front() += 50;
    return scores;
}

std::vector<Measured> measured(Scores const& before, Scores const& changes) {
    std::vector<Measured> pupils;
    for (std::size_t i = 0; i < changes.size(); ++i)
        pupils.push_back({.before = before[i], .after = before[i] + changes[i]});
    return pupils;
}

Scores each(Scores scores, double factor, double shift = 0) {
    for (auto& score : scores) score = factor * score + shift;
    return scores;
}

RC_GTEST_PROP(StatisticsGroupChange, has_an_effect_size_without_units, ()) {
    auto const changes = varied_scores();
    auto const before = some_scores(changes.size());
    auto const found = *paired_change(measured(before, changes));
    auto const scaled = *paired_change(measured(each(before, 4, 100), each(changes, 4)));
    RC_ASSERT(alike(scaled.g, found.g));
    RC_ASSERT(alike(scaled.test.p, found.test.p));
    RC_ASSERT(alike(scaled.g_interval.upper, found.g_interval.upper));
    RC_ASSERT(alike(scaled.mean, 4 * found.mean));
    RC_ASSERT(found.g_interval.lower < found.g && found.g < found.g_interval.upper);
}

RC_GTEST_PROP(StatisticsGroupChange, is_significant_where_the_effects_interval_leaves_out_nothing, ()) {
    auto const changes = each(varied_scores(), 1, -15);
    auto const found = *paired_change(measured(Scores(changes.size()), changes));
    RC_PRE(std::abs(found.test.p - 0.05) > 1e-9);
    RC_ASSERT((found.test.p < 0.05) == (found.g_interval.lower > 0 || found.g_interval.upper < 0));
    RC_ASSERT((found.test.p < 0.05) == (found.test.interval.lower > 0 || found.test.interval.upper < 0));
}

RC_GTEST_PROP(StatisticsGroupChange, of_two_sides_changes_sign_with_them, ()) {
    auto const x = varied_scores();
    auto const y = varied_scores();
    auto const there = *welch_difference(x, y);
    auto const back = *welch_difference(y, x);
    RC_ASSERT(alike(there.difference, -back.difference));
    RC_ASSERT(alike(there.test.p, back.test.p));
    RC_ASSERT(alike(there.test.degrees, back.test.degrees));
    auto const fewer = static_cast<double>(std::min(x.size(), y.size())) - 1;
    RC_ASSERT(there.test.degrees >= fewer - 1e-9);
    RC_ASSERT(there.test.degrees <= static_cast<double>(x.size() + y.size()) - 2 + 1e-9);
}

RC_GTEST_PROP(StatisticsGroupChange, in_differences_does_not_ask_where_anybody_began, ()) {
    auto const supported = varied_scores();
    auto const waiting = varied_scores();
    auto const found = *difference_in_differences(
        measured(some_scores(supported.size()), supported), measured(some_scores(waiting.size()), waiting)
    );
    auto const of_changes = *welch_difference(supported, waiting);
    RC_ASSERT(alike(found.difference, of_changes.difference));
    RC_ASSERT(alike(found.test.p, of_changes.test.p));
}

RC_GTEST_PROP(StatisticsGroupChange, is_told_back_by_its_own_summaries, ()) {
    auto const changes = varied_scores();
    auto const before = varied_scores();
    RC_PRE(before.size() == changes.size());
    Scores after;
    for (std::size_t i = 0; i < changes.size(); ++i) after.push_back(before[i] + changes[i]);
    auto const found = *paired_change(measured(before, changes));
    RC_PRE(summary_of(after).sd > 0 && std::abs(found.mean) > 1e-9);
    auto const told = change_from_summaries(summary_of(before), summary_of(after), found.test.t);
    RC_ASSERT(told.has_value());
    RC_ASSERT(alike(told->sd, found.sd));
    RC_ASSERT(alike(told->d_z, found.d_z));
    RC_ASSERT(alike(told->interval.lower, found.test.interval.lower));
}

std::vector<ClusteredPupil> pupils_of(int schools, bool supported, int in_each) {
    std::vector<ClusteredPupil> pupils;
    for (int school = 0; school < schools; ++school)
        for (auto const change : some_scores(static_cast<std::size_t>(in_each)))
            pupils.push_back(
                {change, supported, (supported ? "supported " : "waiting ") + std::to_string(school)}
            );
    return pupils;
}

// Where whole schools of one size are supported, their means are all that counts: CR2 is then Welch's error
// of them, and for as many schools on each side its degrees are those of two equal variances.
RC_GTEST_PROP(StatisticsClusteredChange, of_balanced_schools_is_the_difference_of_their_means, ()) {
    auto const schools = *rc::gen::inRange(5, 9);
    auto const in_each = *rc::gen::inRange(1, 5);
    auto pupils = pupils_of(schools, true, in_each);
    auto const others = pupils_of(schools, false, in_each);
    pupils.insert(pupils.end(), others.begin(), others.end());
    auto const means = [&](bool supported) {
        Scores found(static_cast<std::size_t>(schools));
        std::size_t at = 0;
        for (auto const& pupil : pupils)
            if (pupil.supported == supported)
                found[at++ / static_cast<std::size_t>(in_each)] += pupil.change / in_each;
        return found;
    };
    auto const of_means = welch_difference(means(true), means(false));
    RC_PRE(of_means.has_value());
    auto const found = *clustered_change(pupils);
    RC_ASSERT(alike(found.difference, of_means->difference));
    RC_ASSERT(alike(found.standard_error, of_means->standard_error));
    RC_ASSERT(found.test.has_value());
    RC_ASSERT(alike(found.test->degrees, 2. * schools - 2));
}

RC_GTEST_PROP(StatisticsClusteredChange, does_not_ask_in_which_order_or_units_pupils_come, ()) {
    auto pupils = pupils_of(6, true, 3);
    auto const others = pupils_of(7, false, 2);
    pupils.insert(pupils.end(), others.begin(), others.end());
    pupils.front().change += 60;
    for (auto const clustering : all_of<Clustering>()) {
        auto const found = *clustered_change(pupils, clustering);
        auto turned = pupils;
        std::ranges::reverse(turned);
        for (auto& pupil : turned) pupil.change = 2 * pupil.change + 5;
        auto const other = *clustered_change(turned, clustering);
        RC_ASSERT(alike(other.standard_error, 2 * found.standard_error));
        RC_ASSERT(alike(other.test->t, found.test->t));
        RC_ASSERT(alike(other.test->p, found.test->p));
    }
}

// Every pupil a school of his own: CR2 is then the error that allows for unequal spreads, Welch's.
RC_GTEST_PROP(StatisticsClusteredChange, of_pupils_who_share_nothing_is_welchs, ()) {
    auto const x = each(varied_scores(), 1, 1);
    auto const y = varied_scores();
    std::vector<ClusteredPupil> pupils;
    for (auto const change : x) pupils.push_back({change, true, "x" + std::to_string(pupils.size())});
    for (auto const change : y) pupils.push_back({change, false, "y" + std::to_string(pupils.size())});
    RC_ASSERT(alike(clustered_change(pupils)->standard_error, welch_difference(x, y)->standard_error));
}

RC_GTEST_PROP(StatisticsReliableChange, does_not_ask_for_units_and_turns_with_the_direction, ()) {
    Instrument instrument{
        .sd = *rc::gen::inRange(1, 20) / 2., .reliability = *rc::gen::inRange(0, 100) / 100.};
    auto const before = *rc::gen::inRange(0, 41);
    auto const after = *rc::gen::inRange(0, 41);
    auto const found = *reliable_change(before, after, instrument);
    auto const upside_down = *reliable_change(
        -before,
        -after,
        {.sd = instrument.sd, .reliability = instrument.reliability, .better = Direction::low}
    );
    RC_ASSERT(upside_down.category == found.category);
    RC_ASSERT(upside_down.index == -found.index);
    instrument.sd *= 8;
    auto const scaled = *reliable_change(8. * before + 3, 8. * after + 3, instrument);
    RC_ASSERT(alike(scaled.index, found.index));
    auto const smallest = *smallest_reliable_change(instrument) / 8;
    auto const change = std::abs(after - before);
    if (std::abs(change - smallest) > 1e-6)
        RC_ASSERT((found.category != ChangeCategory::no_reliable_change) == (change > smallest));
}

RC_GTEST_PROP(StatisticsReliableChange, at_second_look_expects_to_come_nearer_to_the_mean, ()) {
    auto const before = *rc::gen::inRange(0, 41);
    auto const mean = *rc::gen::inRange(0, 41);
    auto const reliability = *rc::gen::inRange(0, 101) / 100.;
    auto const expected = *expected_without_change(before, mean, reliability);
    RC_ASSERT(std::abs(expected - mean) <= std::abs(before - mean) + 1e-12);
    RC_ASSERT((expected - mean) * (before - mean) >= -1e-12);
}

// Whatever numbers come, what goes out is a refusal or a figure.
RC_GTEST_PROP(StatisticsGroupChange, never_answers_with_what_is_no_number, ()) {
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
    std::vector<Measured> pupils;
    for (int i = 0; i < 4; ++i) pupils.push_back({.before = wild(), .after = wild()});
    if (auto const found = paired_change(pupils))
        RC_ASSERT(all_finite(std::vector{
            found->g, found->g_interval.lower, found->g_interval.upper, found->test.p}));
    if (auto const found = welch_difference(Scores{wild(), wild(), wild()}, Scores{wild(), wild()}))
        RC_ASSERT(all_finite(std::vector{found->test.p, found->test.degrees, found->test.interval.upper}));
    if (auto const found = change_from_summaries({3, wild(), wild()}, {3, wild(), wild()}, wild()))
        RC_ASSERT(all_finite(std::vector{found->d_z, found->correlation, found->interval.upper}));
    if (auto const found =
            reliable_change(wild(), wild(), {wild(), wild()}, Norms{wild(), wild(), wild(), wild()}))
        RC_ASSERT(all_finite(std::vector{
            found->index, found->cut_offs->a, found->cut_offs->b, found->cut_offs->c}));
    if (auto const found = residual_change(wild(), wild(), wild(), {wild(), wild()}))
        RC_ASSERT(all_finite(std::vector{found->index, found->prediction, found->expected}));
    std::vector<ClusteredPupil> clustered;
    for (int i = 0; i < 12; ++i) clustered.push_back({wild(), i % 2 == 0, std::to_string(i % 6)});
    if (auto const found = clustered_change(clustered)) {
        RC_ASSERT(all_finite(std::vector{found->difference, found->standard_error}));
        if (found->test) RC_ASSERT(all_finite(std::vector{found->test->p, found->test->degrees}));
    }
}

}  // namespace
}  // namespace statistics
