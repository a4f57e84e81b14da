#include <gtest/gtest.h>

#include "impact/pages.hpp"
#include "support/seen_child.hpp"

namespace impact::pages {
namespace {

TEST(ImpactReviewPage, states_its_window) {
    auto const monday = *calendar::date(2026, 5, 11);
    Due due{.opens_on = monday, .closes_on = monday + 14};
    EXPECT_EQ(window_in_words(due), "To be written from Monday 11 May 2026 to Monday 25 May 2026.");
    due.in_school_weeks = true;
    EXPECT_NE(window_in_words(due).find("25 May 2026, counted in school weeks"), std::string::npos);
}

// Two hopes in the same words, each in its own area.
std::vector<programmes::Target> of_the_same_words() {
    std::vector<programmes::Target> targets(2);
    targets[0].id = TargetId::make({1});
    targets[0].area_name = "Anxiety";
    targets[1].id = TargetId::make({2});
    targets[1].area_name = "Friendships";
    for (auto& target : targets) target.words = "I tell someone";
    return targets;
}

bool tells_both_apart(design::Page const& page, std::string const& before, std::string const& after) {
    auto const holds = [&](std::string const& name) {
        return page.main.markup().find(before + name + ", “I tell someone”" + after) != std::string::npos;
    };
    return holds("Anxiety") && holds("Friendships");
}

TEST(ImpactReviewPage, names_the_area_of_each_target_where_it_is_measured_and_compared) {
    ReviewView view{
        .child = support::seen_by_the_senco(),
        .place = {},
        .programme_name = {},
        .targets = of_the_same_words(),
        .measured_before = {},
        .due = {},
        .written = {},
        .may_write = true};
    view.due.open = true;
    EXPECT_TRUE(tells_both_apart(
        review({}, view, design::blank()),
        "<legend class=\"govuk-fieldset__legend govuk-fieldset__legend--s\">",
        "</legend>"
    ));
    view.written = ImpactReview{};
    EXPECT_TRUE(tells_both_apart(review({}, view, design::blank()), ">", "</th>"));
}

TEST(NextStepPage, names_the_area_of_each_target_where_the_sessions_are_compared) {
    NextView view{
        .child = support::seen_by_the_senco(),
        .the_case = {},
        .targets = of_the_same_words(),
        .measured_before = {},
        .review = {},
        .weeks = {},
        .check_ins = {},
        .decided = {},
        .since_referral = {}};
    for (auto const& target : view.targets) view.weeks.emplace_back().target = target.id;
    EXPECT_TRUE(tells_both_apart(next_step({}, view, design::blank()), ">", "</th>"));
}

}  // namespace
}  // namespace impact::pages
