#include "programmes/placing_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace programmes {
namespace {

Area area(std::string const& name) {
    static std::map<std::string, AreaId> ids;
    auto const id = ids.try_emplace(name, AreaId::make(Instant{} + static_cast<int>(ids.size()) * hours));
    return {id.first->second, name};
}

Offer offer(Form form, int weeks_left, std::vector<Area> areas = {}) {
    Offer one;
    one.programme.form = form;
    one.weeks_left = weeks_left;
    one.taken = areas.empty() ? 0 : 2;
    one.areas = std::move(areas);
    return one;
}

Need const need{Form::group, {area("Calm"), area("Friendships")}};

TEST(BestFirst, puts_the_chosen_form_before_shared_areas_and_those_before_weeks) {
    auto const calm = offer(Form::group, 2, {area("Calm")});
    auto const empty = offer(Form::group, 6);
    auto const alone = offer(Form::one_to_one, 8, {area("Calm"), area("Friendships")});
    auto const order = best_first({alone, empty, calm}, need);
    EXPECT_EQ(order[0].weeks_left, 2);
    EXPECT_EQ(order[1].weeks_left, 6);
    EXPECT_EQ(order[2].weeks_left, 8);
}

// Every pair of offers, whichever came first: none that fits worse stands before one that fits better.
TEST(BestFirst, never_puts_a_worse_one_before_a_better_one_and_loses_none) {
    std::vector<std::vector<Area>> const sets{
        {}, {area("Calm")}, {area("Friendships"), area("Calm")}, {area("Anger")}};
    std::vector<Offer> all;
    for (auto const form : all_of<Form>())
        for (auto const& areas : sets)
            for (int weeks = 1; weeks <= 3; ++weeks) all.push_back(offer(form, weeks, areas));
    for (auto const& one : all)
        for (auto const& other : all) {
            auto const order = best_first({one, other}, need);
            ASSERT_EQ(order.size(), 2U);
            auto const first = fit_of(order[0], need);
            auto const second = fit_of(order[1], need);
            ASSERT_GE(first.form, second.form);
            if (first.form != second.form) continue;
            ASSERT_GE(first.shared.size(), second.shared.size());
            if (first.shared.size() == second.shared.size()) {
                ASSERT_GE(order[0].weeks_left, order[1].weeks_left);
            }
        }
}

TEST(BestFirst, puts_a_programme_that_takes_no_child_today_last) {
    auto untrained = offer(Form::group, 8, {area("Calm"), area("Friendships")});
    untrained.closed_because = why_closed("Rob Ellis", true, false);
    auto const order = best_first({untrained, offer(Form::one_to_one, 1)}, need);
    EXPECT_EQ(order[0].weeks_left, 1);
    EXPECT_NE(
        order[1].closed_because.find("Rob Ellis's nurture training is not in force"), std::string::npos
    );
    EXPECT_EQ(why_closed("Rob Ellis", true, true), "");
    EXPECT_NE(why_closed("Rob Ellis", false, false).find("has left"), std::string::npos);
}

TEST(Fitting, is_said_in_words) {
    auto const one = offer(Form::group, 4, {area("Calm"), area("Anger")});
    EXPECT_EQ(
        what_fits(one, need),
        (std::vector<std::string>{"A group, as was chosen.", "Others in it work on Calm too."})
    );
    EXPECT_EQ(what_does_not_fit(one, need), std::vector<std::string>{"Nobody in it works on Friendships."});
}

TEST(Fitting, says_that_another_form_was_chosen) {
    EXPECT_EQ(
        what_does_not_fit(offer(Form::one_to_one, 4), need),
        std::vector<std::string>{"A group was chosen, and this is one to one."}
    );
}

TEST(Fitting, says_that_fewer_weeks_are_left_than_the_policy_says) {
    auto one = offer(Form::group, 1);
    one.weeks_least = 6;
    EXPECT_EQ(
        what_does_not_fit(one, need),
        std::vector<std::string>{"1 week is left, and the policy says at least 6."}
    );
}

TEST(Fitting, asks_for_nothing_where_no_form_was_chosen) {
    EXPECT_TRUE(fit_of(offer(Form::one_to_one, 4), {}).form);
    EXPECT_TRUE(what_does_not_fit(offer(Form::one_to_one, 4), {}).empty());
}

// Each agreed area is shared or alone, never both and never neither.
TEST(Fitting, tells_every_agreed_area_once) {
    for (auto const& areas :
         std::vector<std::vector<Area>>{{}, {area("Calm")}, {area("Anger")}, need.areas}) {
        auto const fit = fit_of(offer(Form::group, 1, areas), need);
        EXPECT_EQ(fit.shared.size() + fit.alone.size(), need.areas.size());
    }
}

}  // namespace
}  // namespace programmes
