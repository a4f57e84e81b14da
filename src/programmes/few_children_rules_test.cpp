#include "programmes/few_children_rules.hpp"

#include <gtest/gtest.h>

namespace programmes {
namespace {

constexpr Date monday{std::chrono::sys_days{std::chrono::year{2026} / 5 / 11}};

Programme group_of(int places) {
    Programme programme;
    programme.form = Form::group;
    programme.places = places;
    programme.starts_on = monday;
    return programme;
}

// So many children: those who may start and have targets, those who lack targets, those whom consent keeps.
std::vector<ChildToStart> children(int ready, int without_targets, int without_consent) {
    std::vector<ChildToStart> all;
    for (int child = 0; child < ready; ++child) all.push_back({true, true});
    for (int child = 0; child < without_targets; ++child) all.push_back({true, false});
    for (int child = 0; child < without_consent; ++child) all.push_back({false, true});
    return all;
}

consent::Received yes_until(Date last) {
    consent::Received yes;
    yes.number = 1;
    yes.by = ContactId::make(Instant{});
    yes.answer = consent::Answer::given;
    yes.answered_on = monday - 300;
    yes.expires_on = last;
    yes.has_a_say = true;
    return yes;
}

TEST(TooFewChildren, wait_for_the_senco_where_so_few_have_a_place_or_consent_lets_so_few_of_them_start) {
    schools::PolicyVersion const policy;
    auto const few = [&](int ready, int without_targets, int without_consent, Date day) {
        return few_children(group_of(6), children(ready, without_targets, without_consent), policy, day);
    };
    for (Date const day : {monday - 5, monday, monday + 2}) {
        EXPECT_EQ(few(4, 0, 2, day).why, Few::no) << "four are enough";
        EXPECT_EQ(few(0, 4, 0, day).why, Few::no) << "targets are no matter of the SENCo's";
        auto const places = few(1, 1, 1, day);
        EXPECT_EQ(places.why, Few::have_a_place);
        EXPECT_EQ(places.children, 3);
        auto const consents = few(2, 1, 2, day);
        EXPECT_EQ(consents.why, Few::may_start);
        EXPECT_EQ(consents.children, 3) << "whose targets are still to be written is no less agreed to";
        EXPECT_EQ(consents.with_a_place, 5);
        EXPECT_EQ(few(0, 0, 5, day).why, Few::may_start) << "nobody at all";
        EXPECT_EQ(few(0, 0, 0, day).why, Few::no) << "somebody is to be given a place first";
    }
}

TEST(TooFewChildren, are_ready_on_the_first_day_where_targets_alone_are_missing) {
    schools::PolicyVersion const policy;
    auto const few = [&](int ready, int without_targets, Date day) {
        return few_children(group_of(6), children(ready, without_targets, 0), policy, day);
    };
    EXPECT_EQ(few(2, 3, monday - 1).why, Few::no) << "there is time to write them";
    EXPECT_EQ(few(2, 3, monday).why, Few::are_ready);
    EXPECT_EQ(few(2, 3, monday).children, 2);
    EXPECT_EQ(few(0, 5, monday).why, Few::no) << "targets come first";
}

TEST(TooFewChildren, are_asked_about_no_more_once_it_is_said_why_of_so_few_or_the_group_has_started) {
    schools::PolicyVersion const policy;
    auto group = group_of(6);
    group.few_children_reason = "The others follow";
    group.few_children = 3;
    EXPECT_EQ(few_children(group, children(3, 0, 2), policy, monday).why, Few::no);
    EXPECT_EQ(few_children(group, children(2, 0, 3), policy, monday).why, Few::may_start)
        << "that was said of three";
    group.started_on = monday;
    EXPECT_EQ(few_children(group, children(1, 0, 1), policy, monday).why, Few::no);
    auto alone = group_of(1);
    alone.form = Form::one_to_one;
    EXPECT_EQ(few_children(alone, children(0, 0, 1), policy, monday).why, Few::no);
}

// However many have what: the question is the SENCo's exactly where places or consents are below the least.
TEST(TooFewChildren, wait_for_the_senco_exactly_while_fewer_than_the_least_may_start) {
    schools::PolicyVersion const policy;
    for (int ready = 0; ready <= 6; ++ready)
        for (int without_targets = 0; without_targets <= 6 - ready; ++without_targets)
            for (int without_consent = 0; without_consent <= 6 - ready - without_targets; ++without_consent)
                for (Date const day : {monday - 1, monday}) {
                    auto const all = children(ready, without_targets, without_consent);
                    auto const few = few_children(group_of(6), all, policy, day);
                    bool const senco = few.why == Few::have_a_place || few.why == Few::may_start;
                    EXPECT_EQ(senco, !all.empty() && ready + without_targets < 4);
                    bool const agreed = ready + without_targets >= 4;
                    bool const some_are_ready = 0 < ready && ready < 4;
                    EXPECT_EQ(few.why == Few::are_ready, agreed && some_are_ready && day == monday);
                }
}

TEST(AGroupThatRuns, is_asked_about_once_fewer_than_the_least_have_stayed_than_it_was_said_why_of) {
    schools::PolicyVersion const policy;
    auto group = group_of(6);
    auto const stayed = [&](int children) { return few_who_have_stayed(group, children, true, policy).why; };
    EXPECT_EQ(stayed(3), Few::no) << "it is to start";
    group.started_on = monday;
    EXPECT_EQ(stayed(4), Few::no);
    EXPECT_EQ(stayed(3), Few::have_stayed);
    EXPECT_EQ(stayed(0), Few::no) << "it is to be ended";
    EXPECT_EQ(few_who_have_stayed(group, 3, false, policy).why, Few::no) << "so is one with no session left";
    group.few_children_reason = "Friends";
    group.few_children = 3;
    EXPECT_EQ(stayed(3), Few::no);
    EXPECT_EQ(stayed(2), Few::have_stayed) << "that was said of three";
    group.completed_on = monday + 42;
    EXPECT_EQ(stayed(2), Few::no);
    auto small = group_of(3);
    small.bounds_reason = "The room holds three";
    small.started_on = monday;
    EXPECT_EQ(few_who_have_stayed(small, 3, true, policy).why, Few::no)
        << "it was made so small for a reason";
    EXPECT_EQ(few_who_have_stayed(small, 2, true, policy).why, Few::have_stayed);
}

TEST(AProgramme, is_judged_by_the_version_of_its_start_whatever_came_since) {
    auto const version = [](Date from, int group_least) {
        schools::PolicyVersion made;
        made.id = schools::PolicyVersionId::make(Instant{});
        made.in_force_from_on = from;
        made.group_least = group_least;
        return made;
    };
    std::vector const versions{version(monday - 90, 4), version(monday + 14, 2)};
    auto group = group_of(6);
    EXPECT_EQ(policy_that_judges(group, versions, monday)->group_least, 4);
    EXPECT_EQ(policy_that_judges(group, versions, monday + 14)->group_least, 2) << "it has not started";
    group.started_on = monday;
    group.policy_version = versions.front().id;
    EXPECT_EQ(policy_that_judges(group, versions, monday + 14)->group_least, 4);
    EXPECT_FALSE(policy_that_judges(group, {}, monday));
}

TEST(TheStart, is_let_by_consent_that_is_in_force_on_its_day) {
    auto group = group_of(6);
    auto const until = [](Date last) { return std::vector{yes_until(last)}; };
    EXPECT_TRUE(consent_lets_start(until(monday), group, monday - 7));
    EXPECT_FALSE(consent_lets_start(until(monday - 1), group, monday - 7)) << "in force today, not then";
    EXPECT_FALSE(consent_lets_start(until(monday), group, monday + 1)) << "the first day is past";
    EXPECT_FALSE(consent_lets_start({}, group, monday));
    auto about_the_other = until(monday + 90);
    about_the_other.front().form = Form::one_to_one;
    EXPECT_FALSE(consent_lets_start(about_the_other, group, monday));
}

}  // namespace
}  // namespace programmes
