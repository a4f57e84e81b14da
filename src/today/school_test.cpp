// Today of the headteacher, the administrator and the governor, and of whoever has no role.
#include "today/day_test.hpp"

namespace today {
namespace {

TEST_F(Today, of_the_headteacher_counts_without_names) {
    running_.another_case(school_.amira);
    auto const body = page_for(school_.headteacher);
    EXPECT_TRUE(holds(body, "2 open cases"));
    EXPECT_TRUE(holds(body, "A case is open from the first concern until it is closed."));
    EXPECT_TRUE(holds(body, "Support not started"));
    EXPECT_TRUE(holds(body, "href=\"/pupils\"")) << "where the headteacher may go";
    EXPECT_FALSE(holds(body, "href=\"/referrals\"")) << "where the headteacher may not";
    EXPECT_FALSE(holds(body, "Amira"));
    EXPECT_FALSE(holds(body, "Sam"));
    EXPECT_TRUE(holds(body, "The policy"));
}

TEST_F(Today, of_the_headteacher_has_disputes_to_decide) {
    school_.answer({}, running_.text_case, school_.sam.father, "refused", school_.today - 1);
    EXPECT_TRUE(holds(page_for(school_.headteacher), "Decide where Sam"));
}

TEST_F(Today, of_the_administrator_says_what_the_school_is_not_ready_for) {
    EXPECT_TRUE(holds(page_for(school_.administrator), "Look over the letter to parents"));
    EXPECT_TRUE(holds(page_for(school_.administrator), "Check the policy"));
    EXPECT_FALSE(holds(page_for(school_.administrator), "Sam"));
}

TEST_F(Today, of_the_administrator_asks_once_for_a_training_where_nobodys_is_in_force) {
    auto const is_none_any_more = [&](support::Person const& assistant) {
        db().run("UPDATE role_held SET ends_on = $1 WHERE staff_id = $2", school_.today - 1, assistant.staff);
    };
    is_none_any_more(school_.nurture_assistant);
    is_none_any_more(school_.second_nurture_assistant);
    auto const enter = "Enter a Nurture Assistant&#39;s training";
    auto const ended = page_for(school_.administrator);
    EXPECT_TRUE(holds(ended, "Renew " + school_.untrained.name + "&#39;s nurture training"));
    EXPECT_FALSE(holds(ended, enter));
    is_none_any_more(school_.untrained);
    EXPECT_TRUE(holds(page_for(school_.administrator), enter));
}

TEST_F(Today, of_administrator_and_headteacher_has_the_policys_review_once_it_is_soon) {
    auto const next_review = [&](Date on) {
        db().run("UPDATE policy_version SET next_review_on = $1 WHERE school_id = $2", on, school_.school);
        return page_for(school_.administrator);
    };
    auto const review = "Review the policy";
    EXPECT_FALSE(holds(page_for(school_.administrator), review)) << "which has no date yet";
    EXPECT_FALSE(holds(next_review(school_.today + 365), review));
    EXPECT_TRUE(holds(next_review(school_.today + 5), review));
    auto const overdue = next_review(school_.today - 3);
    EXPECT_TRUE(holds(overdue, review));
    EXPECT_TRUE(holds(overdue, "3 days overdue"));
    EXPECT_TRUE(holds(page_for(school_.headteacher), review)) << "who ensures that it is updated";
    EXPECT_FALSE(holds(page_for(school_.governor), review));
    EXPECT_FALSE(holds(page_for(school_.senco), review));
}

TEST_F(Today, of_a_governor_has_the_policy_and_no_child) {
    auto const body = page_for(school_.governor);
    EXPECT_TRUE(holds(body, "Version 1.0"));
    EXPECT_FALSE(holds(body, "Sam"));
    EXPECT_FALSE(holds(body, "Raise a concern"));
}

TEST_F(Today, of_who_has_no_role_yet_names_whom_to_ask) {
    auto const newcomer = school_.add_person("Mia New", visits::Role::governor);
    db().run("DELETE FROM role_held WHERE staff_id = $1", newcomer.staff);
    auto const body = page_for(newcomer);
    EXPECT_TRUE(holds(body, "You have no role yet"));
    EXPECT_TRUE(holds(body, "Ask " + school_.administrator.name + ", who runs Withy at your school,"))
        << body;
    EXPECT_FALSE(holds(body, "Nothing waits for you"));
    school_.add_person("Aaron First", visits::Role::administrator);
    school_.add_person("Zoe Last", visits::Role::administrator);
    EXPECT_TRUE(holds(
        page_for(newcomer),
        "Ask Aaron First or " + school_.administrator.name + ", who run Withy at your school,"
    ));
    db().run("DELETE FROM role_held WHERE role = 'administrator'");
    EXPECT_TRUE(holds(page_for(newcomer), "Ask whoever runs Withy at your school to give you one."));
}

TEST_F(Today, of_whose_role_begins_tomorrow_says_so_and_of_whose_role_ended_that_it_did) {
    auto const newcomer = school_.add_person("Mia New", visits::Role::class_teacher, school_.class_5a);
    auto const holds_it = [&](Date from, std::optional<Date> to) {
        db().run(
            "UPDATE role_held SET starts_on = $1, ends_on = $2 WHERE staff_id = $3", from, to, newcomer.staff
        );
    };
    holds_it(school_.today + 1, std::nullopt);
    auto const waits = page_for(newcomer);
    EXPECT_TRUE(holds(waits, "Your role has not begun yet"));
    EXPECT_TRUE(holds(waits, "Class teacher of 5A"));
    EXPECT_TRUE(holds(waits, "Wednesday 13 May 2026"));
    holds_it(school_.today - 9, school_.today - 1);
    auto const ended = page_for(newcomer);
    EXPECT_TRUE(holds(ended, "You have no role today"));
    EXPECT_TRUE(holds(ended, "The role that you had has ended"));
}

// P2: whoever it concerns hears of a training before it runs out, and not the administrator alone.
TEST_F(Today, tells_nurture_assistant_senco_and_administrator_that_a_nurture_training_runs_out) {
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), "nurture training"));
    auto const own = page_for(school_.untrained);
    EXPECT_TRUE(holds(own, "Renew your nurture training"));
    EXPECT_TRUE(holds(own, "Until a new one is recorded, no child can be given a place and no session held.")
    );
    auto const name = school_.untrained.name;
    EXPECT_TRUE(holds(page_for(school_.senco), "See that " + name + "&#39;s nurture training is renewed"));
    EXPECT_TRUE(holds(page_for(school_.administrator), "Renew " + name + "&#39;s nurture training"));
    for (auto const* other :
         {&school_.teacher_of_4b, &school_.headteacher, &school_.second_nurture_assistant})
        EXPECT_FALSE(holds(page_for(*other), "nurture training")) << other->name;
}

}  // namespace
}  // namespace today
