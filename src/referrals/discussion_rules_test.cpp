#include "referrals/discussion_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace referrals {
namespace {

using cases::DiscussionOutcome;

Date const today{std::chrono::sys_days{std::chrono::year{2026} / 5 / 12}};
Date const referred_on = today - 5;
AreaId const friendships = *AreaId::parse("0190b6e0-0000-7000-8000-00000000000a");

DiscussionInput discussion(DiscussionOutcome outcome) {
    return {
        .held_on = today,
        .present = "Rob Ellis, Priya Nair",
        .outcome = outcome,
        .reason = "Alone at every playtime",
        .instead = "A reading partner",
        .information_from = "Rob Ellis",
        .information_by_on = today + 7,
        .areas = {friendships}};
}

TEST(Discussion, is_due_once_after_the_referral_and_a_later_one_is_told_why_it_is_not) {
    cases::Facts facts;
    auto const take = [&](cases::Step step) {
        cases::StepTaken taken;
        taken.step = step;
        facts.steps.push_back(taken);
    };
    take(cases::Step::concern);
    take(cases::Step::referral);
    EXPECT_EQ(why_not_due(facts), "");
    take(cases::Step::discussion);
    EXPECT_EQ(why_not_due(facts), "This has been talked through already, and stands as it was recorded then");
    facts.closed_at = Instant{};
    EXPECT_EQ(why_not_due(facts), "The case is closed; a later need opens a case of its own");
    EXPECT_EQ(why_not_due(cases::Facts{}), "An earlier step comes first");
}

TEST(Weighing, is_due_once_and_after_the_discussion) {
    EXPECT_EQ(why_not_weighed(cases::Facts{}), "An earlier step comes first");
    cases::Facts facts;
    for (auto const step : all_of<cases::Step>()) {
        if (step > cases::Step::prioritisation) break;
        EXPECT_EQ(why_not_weighed(facts).empty(), step == cases::Step::prioritisation);
        facts.steps.push_back({});
        facts.steps.back().step = step;
    }
    EXPECT_EQ(why_not_weighed(facts), "This has been weighed already, and stands as it was recorded then");
    facts.closed_at = Instant{};
    EXPECT_EQ(why_not_weighed(facts), "The case is closed; a later need opens a case of its own");
}

TEST(Discussion, that_goes_on_agrees_at_least_one_target_area) {
    auto said = discussion(DiscussionOutcome::go_on);
    EXPECT_TRUE(faults_of(said, referred_on, today).empty());
    said.areas.clear();
    EXPECT_EQ(faults_of(said, referred_on, today), std::vector{DiscussionFault::no_target_area});
}

TEST(Discussion, that_chooses_something_else_says_what) {
    auto said = discussion(DiscussionOutcome::something_else);
    EXPECT_TRUE(faults_of(said, referred_on, today).empty());
    said.instead.clear();
    EXPECT_EQ(faults_of(said, referred_on, today), std::vector{DiscussionFault::not_said_what_instead});
}

TEST(Discussion, that_wants_more_information_says_who_and_by_when) {
    auto said = discussion(DiscussionOutcome::more_information);
    EXPECT_TRUE(faults_of(said, referred_on, today).empty());
    said.information_from.clear();
    said.information_by_on.reset();
    EXPECT_EQ(
        faults_of(said, referred_on, today),
        (std::vector{DiscussionFault::not_said_who_finds_out, DiscussionFault::not_said_by_when})
    );
    said = discussion(DiscussionOutcome::more_information);
    said.information_by_on = today;
    EXPECT_EQ(faults_of(said, referred_on, today), std::vector{DiscussionFault::by_when_is_past});
}

TEST(Discussion, lies_between_the_referral_and_today) {
    auto said = discussion(DiscussionOutcome::no_need_now);
    said.held_on = referred_on;
    EXPECT_TRUE(faults_of(said, referred_on, today).empty());
    said.held_on = referred_on - 1;
    EXPECT_EQ(faults_of(said, referred_on, today), std::vector{DiscussionFault::held_before_the_referral});
    said.held_on = today + 1;
    EXPECT_EQ(faults_of(said, referred_on, today), std::vector{DiscussionFault::held_in_the_future});
}

// What an outcome does not ask for, it does not miss: every outcome with every part left out or given.
TEST(Discussion, asks_only_for_what_its_outcome_needs) {
    for (auto const outcome : all_of<DiscussionOutcome>())
        for (unsigned given = 0; given < 16; ++given) {
            DiscussionInput said{.held_on = today, .outcome = outcome};
            bool const areas = given & 1U, instead = given & 2U, from = given & 4U, by = given & 8U;
            if (areas) said.areas = {friendships};
            if (instead) said.instead = "A reading partner";
            if (from) said.information_from = "Rob Ellis";
            if (by) said.information_by_on = today + 1;
            bool const enough = outcome == DiscussionOutcome::no_need_now ||
                                (outcome == DiscussionOutcome::go_on && areas) ||
                                (outcome == DiscussionOutcome::something_else && instead) ||
                                (outcome == DiscussionOutcome::more_information && from && by);
            EXPECT_EQ(faults_of(said, referred_on, today).empty(), enough) << word(outcome) << ' ' << given;
        }
}

TEST(Discussion, ends_the_case_with_something_else_or_no_need_now) {
    EXPECT_FALSE(ends_the_case(DiscussionOutcome::go_on));
    EXPECT_FALSE(ends_the_case(DiscussionOutcome::more_information));
    EXPECT_TRUE(ends_the_case(DiscussionOutcome::something_else));
    EXPECT_TRUE(ends_the_case(DiscussionOutcome::no_need_now));
    EXPECT_EQ(
        why_closed(discussion(DiscussionOutcome::something_else)),
        "something else instead (A reading partner). Alone at every playtime"
    );
}

}  // namespace
}  // namespace referrals
