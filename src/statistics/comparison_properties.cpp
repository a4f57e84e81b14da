#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "statistics/allowing_for.hpp"
#include "statistics/class_centred.hpp"
#include "statistics/rest_of_class.hpp"

namespace statistics {
namespace {

using Scores = std::vector<std::optional<double>>;

std::vector<double> some_scores(std::size_t fewest, std::size_t most) {
    auto const count = *rc::gen::inRange(fewest, most);
    auto const whole = *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(0, 40));
    return {whole.begin(), whole.end()};
}

Scores as_scores(std::vector<double> const& values) { return {values.begin(), values.end()}; }

bool nearly(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

RC_GTEST_PROP(CrawfordHowell, is_the_same_on_another_scale, ()) {
    auto const others = some_scores(3, 33);
    double const score = *rc::gen::inRange(-10, 50), shift = *rc::gen::inRange(-900, 900);
    double const times = *rc::gen::inRange(1, 1000) / 8.0;
    auto const found = crawford_howell(score, as_scores(others), Alternative::less);
    RC_PRE(found.has_value());
    Scores moved;
    for (double const other : others) moved.emplace_back(other * times + shift);
    auto const again = crawford_howell(score * times + shift, moved, Alternative::less);
    RC_ASSERT(nearly(found->p, again->p));
    RC_ASSERT(nearly(found->z, again->z));
    RC_ASSERT(nearly(found->z_low, again->z_low));
}

RC_GTEST_PROP(CrawfordHowell, is_the_same_in_another_order_and_with_gaps, ()) {
    auto const others = some_scores(3, 33);
    double const score = *rc::gen::inRange(-10, 50);
    auto const found = crawford_howell(score, as_scores(others), Alternative::less);
    RC_PRE(found.has_value());
    auto reversed = as_scores(others);
    std::ranges::reverse(reversed);
    reversed.insert(reversed.begin() + 1, std::nullopt);
    auto const again = crawford_howell(score, reversed, Alternative::less);
    RC_ASSERT(nearly(found->p, again->p));
    RC_ASSERT(again->others.missing == 1);
}

RC_GTEST_PROP(CrawfordHowell, finds_a_lower_score_more_unusual_within_limits_that_hold_it, ()) {
    auto const others = some_scores(3, 33);
    double const score = *rc::gen::inRange(-10, 50);
    auto const found = crawford_howell(score, as_scores(others), Alternative::less);
    RC_PRE(found.has_value());
    RC_ASSERT(crawford_howell(score - 1, as_scores(others), Alternative::less)->p < found->p + 1e-15);
    RC_ASSERT(found->z_low < found->z_high);
    RC_ASSERT(found->percent_below_low <= found->percent_below + 1e-9 || found->z > 0);
    auto const above = crawford_howell(score, as_scores(others), Alternative::greater);
    RC_ASSERT(nearly(found->p + above->p, 1));
}

RC_GTEST_PROP(LeaveOneOut, is_crawford_howell_of_each_pupil_in_turn, ()) {
    auto const scores = some_scores(4, 33);
    auto const all = leave_one_out(scores, Alternative::less);
    RC_PRE(all.has_value());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        auto others = as_scores(scores);
        others[i].reset();
        RC_ASSERT(nearly(all->p[i], crawford_howell(scores[i], others, Alternative::less)->p));
    }
}

RC_GTEST_PROP(AllowingFor, comes_to_crawford_howell_where_the_covariate_tells_nothing, ()) {
    // Each score comes twice, once with the covariate 1 and once with -1: nothing of it hangs on the
    // covariate.
    auto const scores = some_scores(3, 12);
    std::vector<OtherWithCovariates> others;
    Scores plain;
    for (double const score : scores)
        for (double const covariate : {-1.0, 1.0}) {
            others.push_back({.score = score, .covariates = {covariate}});
            plain.emplace_back(score);
        }
    double const score = *rc::gen::inRange(-10, 50);
    auto const found = crawford_allowing_for(score, std::vector{0.0}, others, Alternative::less);
    auto const expected = crawford_howell(score, plain, Alternative::less);
    RC_PRE(expected.has_value());
    RC_ASSERT(found->degrees == expected->degrees - 1);
    RC_ASSERT(nearly(found->predicted, expected->others.mean));
}

RC_GTEST_PROP(SeveralTests, keep_the_order_and_never_lower_a_p, ()) {
    auto const whole = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1001));
    Probabilities p;
    for (int const thousandths : whole) p.emplace_back(thousandths / 1000.0);
    auto const strict = *holm(p), lenient = *benjamini_hochberg(p);
    for (std::size_t i = 0; i < p.size(); ++i) {
        RC_ASSERT(*p[i] <= *lenient[i] + 1e-15);
        RC_ASSERT(*lenient[i] <= *strict[i] + 1e-15);
        RC_ASSERT(*strict[i] <= 1);
        for (std::size_t j = 0; j < p.size(); ++j)
            if (*p[i] <= *p[j]) RC_ASSERT(*strict[i] <= *strict[j] && *lenient[i] <= *lenient[j]);
    }
}

// Every step of the definition by hand: the k smallest are false where one of them is above its bound.
RC_GTEST_PROP(SeveralTests, reject_what_the_definitions_reject, ()) {
    auto const whole = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 101));
    Probabilities p;
    for (int const hundredths : whole) p.emplace_back(hundredths / 100.0);
    auto sorted = whole;
    std::ranges::sort(sorted);
    auto const count = sorted.size();
    std::size_t by_holm = 0, by_bh = 0;
    while (by_holm < count && static_cast<double>(count - by_holm) * sorted[by_holm] <= 5) ++by_holm;
    for (std::size_t k = 1; k <= count; ++k)
        if (static_cast<double>(count) * sorted[k - 1] <= 10.0 * static_cast<double>(k)) by_bh = k;
    auto const below = [](Probabilities const& adjusted, double level) {
        return static_cast<std::size_t>(std::ranges::count_if(adjusted, [&](auto const& one) {
            return *one <= level + 1e-12;
        }));
    };
    RC_ASSERT(below(*holm(p), 0.05) == by_holm);
    RC_ASSERT(below(*benjamini_hochberg(p), 0.10) == by_bh);
}

RC_GTEST_PROP(
    ClassCentredReference, is_the_same_on_another_scale_in_another_order_and_for_a_harsher_rater, ()
) {
    std::vector<std::vector<double>> classes;
    for (int i = 0; i < 6; ++i) {
        auto scores = some_scores(6, 30);
        if (scores.size() % 2 == 1) scores.pop_back();
        classes.push_back(scores);
    }
    std::vector<Direction> const low{Direction::low, Direction::low};
    double const times = *rc::gen::inRange(1, 800) / 8.0;
    auto moved = classes;
    for (auto& one : moved) {
        double const harsher = *rc::gen::inRange(-20, 20);
        for (std::size_t i = 0; i < one.size(); ++i)
            // The first measure on another scale, both by another rater.
            one[i] = (one[i] + harsher) * (i < one.size() / 2 ? times : 1);
    }
    auto const reference_of = [&](std::vector<std::vector<double>> const& all) {
        std::vector<ClassScores> others;
        for (std::size_t i = 1; i < all.size(); ++i)
            others.push_back({.scores = all[i], .pupils = all[i].size() / 2});
        return Reference::of(others, low);
    };
    auto const before = reference_of(classes), after = reference_of(moved);
    RC_PRE(before.has_value());
    RC_ASSERT(after.has_value());
    auto const standings = *before->standings({.scores = classes[0], .pupils = classes[0].size() / 2});
    auto const again = *after->standings({.scores = moved[0], .pupils = moved[0].size() / 2});
    for (std::size_t i = 0; i < standings.size(); ++i) {
        RC_ASSERT(nearly(standings[i]->index, again[i]->index));
        RC_ASSERT(std::abs(standings[i]->p - again[i]->p) < 1e-12);
    }
}

RC_GTEST_PROP(ClassCentredReference, finds_who_scores_lower_still_at_least_as_unusual, ()) {
    auto const others = some_scores(12, 40), own = some_scores(4, 40);
    std::vector<Direction> const low{Direction::low};
    ClassScores const other{.scores = others, .pupils = others.size()};
    auto const reference = Reference::of(std::vector{other}, low);
    RC_PRE(reference.has_value());
    auto lower = own;
    lower[0] -= 5;
    auto const before = (*reference->standings({.scores = own, .pupils = own.size()}))[0];
    auto const after = (*reference->standings({.scores = lower, .pupils = lower.size()}))[0];
    RC_ASSERT(after->index > before->index);
    RC_ASSERT(after->p <= before->p);
}

}  // namespace
}  // namespace statistics
