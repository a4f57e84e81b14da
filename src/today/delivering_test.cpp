// Today of a Nurture Assistant.
#include "today/day_test.hpp"

namespace today {
namespace {

TEST_F(Today, of_a_nurture_assistant_has_todays_sessions_and_those_to_plan) {
    auto const body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, "10:30 Friendship group"));
    EXPECT_TRUE(holds(body, "Session 2 in The Den, 1 child"));
    EXPECT_TRUE(holds(body, "Write the plan"));
    EXPECT_TRUE(holds(body, "Plan session 3 of Friendship group"));
    EXPECT_FALSE(holds(page_for(school_.second_nurture_assistant), "Friendship group"));
}

// H1, G3: the case says that it waits for who delivers.
TEST_F(Today, of_a_nurture_assistant_has_every_child_who_joined_a_running_programme_and_has_not_started) {
    auto const start = "Start Amira";
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), ">Start "));
    auto const of_amira = running_.another_case(school_.amira);
    running_.join(of_amira, school_.amira);
    auto const body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, start));
    EXPECT_TRUE(holds(body, "Has a place, to start on Tuesday 12 May 2026. First write the targets of Amira")
    );
    EXPECT_TRUE(holds(body, "10:30 Friendship group")) << "its sessions go on";
    EXPECT_FALSE(holds(page_for(school_.second_nurture_assistant), start));
    auto const of_tom = running_.another_case(school_.tom);
    running_.join(of_tom, school_.tom);
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), "Start 2 children in Friendship group"));
    running_.step(of_tom, "start", school_.today);
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), start));
    running_.step(of_amira, "start", school_.today);
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), ">Start "));
}

// C2: who was to start with the others and has no consent any more.
TEST_F(Today, of_a_nurture_assistant_counts_whom_consent_lets_start_and_names_the_others) {
    running_.join(running_.another_case(school_.amira), school_.amira);
    auto const of_tom = running_.another_case(school_.tom);
    running_.join(of_tom, school_.tom);
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), "Start 2 children in Friendship group"));
    school_.answer({}, of_tom, school_.tom.mother, "withdrawn", school_.today);
    auto const body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, "Start Amira"));
    EXPECT_TRUE(holds(body, "start: no consent to this programme is in force."));
}

TEST_F(Today, shows_an_answer_to_who_asked_until_they_say_that_they_have_seen_it) {
    ask("How are playtimes going?", 30);
    auto const& asker = school_.nurture_assistant;
    EXPECT_TRUE(holds(page_for(asker), "An answer about Sam Okafor"));
    db().run(
        "UPDATE question SET answer = 'Calmer', answered_by = $1, answered_at = $2 WHERE school_id = $3",
        school_.teacher_of_4b.staff,
        school_.now - 20 * (24 * hours),
        school_.school
    );
    auto const body = page_for(asker);
    EXPECT_TRUE(holds(body, "Read the answer about Sam Okafor"));
    EXPECT_TRUE(holds(body, "/answer-seen")) << "one click";
    db().run("UPDATE question SET answer_seen_at = $1 WHERE school_id = $2", school_.now, school_.school);
    EXPECT_FALSE(holds(page_for(asker), "answer about Sam Okafor"));
    ask("And in class?", 1);
    EXPECT_TRUE(holds(page_for(asker), "An answer about Sam Okafor"));
    auto const& other = school_.second_nurture_assistant;
    db().run("UPDATE question SET asked_by = $1 WHERE school_id = $2", other.staff, school_.school);
    EXPECT_FALSE(holds(page_for(other), "answer about Sam Okafor")) << "who does not support Sam";
}

TEST_F(Today, of_a_nurture_assistant_before_the_day_of_a_start_asks_for_the_targets_alone) {
    running_.programme = group_to_start_today("Kite group");
    running_.join(running_.another_case(school_.amira), school_.amira);
    db().run(
        R"(UPDATE programme SET starts_on = $1, few_children_reason = 'A friend', few_children = 1
            WHERE school_id = $2 AND id = $3)",
        school_.today + 5,
        school_.school,
        running_.programme
    );
    auto const body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, "Write the targets for Kite group"));
    EXPECT_TRUE(holds(body, "It starts on Sunday 17 May 2026."));
    EXPECT_FALSE(holds(body, ">Start Kite group")) << "which no button does yet";
    db().run("UPDATE target SET words = 'I can join in' WHERE school_id = $1", school_.school);
    auto const starts_on = [&](Date day) {
        db().run("UPDATE programme SET starts_on = $1 WHERE id = $2", day, running_.programme);
        return holds(page_for(school_.nurture_assistant), ">Start Kite group");
    };
    EXPECT_FALSE(starts_on(school_.today + 1));
    EXPECT_TRUE(starts_on(school_.today));
}

// G1: only the SENCo says why.
TEST_F(Today, of_a_nurture_assistant_waits_for_the_senco_where_too_few_children_start_for_the_policy) {
    running_.programme = group_to_start_today("Kite group");
    running_.join(running_.another_case(school_.amira), school_.amira);
    running_.join(running_.another_case(school_.tom), school_.tom);
    auto const start = ">Start Kite group";
    auto const waits = "The SENCo, to say why Kite group may start with 2 children";
    auto const targets = "Write the targets for Kite group";
    auto body = page_for(school_.nurture_assistant);
    EXPECT_FALSE(holds(body, start));
    EXPECT_TRUE(holds(body, waits));
    EXPECT_TRUE(holds(body, "Waiting for 3 days"));
    EXPECT_TRUE(holds(body, targets)) << "that is theirs";
    EXPECT_TRUE(holds(page_for(school_.senco), "Say why Kite group starts with 2 children"));
    db().run(
        "UPDATE programme SET few_children_reason = 'Friends', few_children = 2 WHERE school_id = $1 AND id "
        "= $2",
        school_.school,
        running_.programme
    );
    body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, start));
    EXPECT_FALSE(holds(body, waits));
    EXPECT_FALSE(holds(body, targets));
}

// G1: a group with no session left is completed, however few have stayed.
TEST_F(Today, of_a_nurture_assistant_completes_a_small_group_also_while_another_is_to_start) {
    running_.programme = running_.add_programme("Kite group", school_.nurture_assistant);
    for (auto const& child : {school_.grace, school_.amira, school_.tom})
        running_.join(running_.another_case(child), child);
    falls_out(running_.session(1, school_.today - 3, false));
    group_to_start_today("Heron group");
    auto const body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, "Complete Kite group"));
    EXPECT_FALSE(holds(body, "why Kite group"));
}

TEST_F(Today, of_a_nurture_assistant_asks_to_record_a_session_from_its_time_on) {
    school_.now = school_.now + 29 * minutes;
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), "Record it"));
    school_.now = school_.now + minutes;
    auto const body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, "Record it"));
    EXPECT_TRUE(holds(body, "To record"));
    EXPECT_FALSE(holds(body, "Write the plan"));
    db().run(
        R"(UPDATE session SET outcome = 'not_held', why_not = 'school_closed' WHERE school_id = $1 AND id = $2)",
        school_.school,
        running_.todays_session
    );
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), "Record it"));
    running_.programme = db().the<std::string>(
        "SELECT programme_id FROM place WHERE school_id = $1 AND id = $2",
        school_.school,
        running_.move_to("Garden group", school_.today)
    );
    running_.session(1, school_.today, false);
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), "Record it"));
    db().run(
        "UPDATE programme SET started_on = NULL WHERE school_id = $1 AND id = $2",
        school_.school,
        running_.programme
    );
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), "Record it"))
        << "no session is held before the start";
}

TEST_F(Today, of_a_nurture_assistant_puts_a_session_not_written_up_first) {
    running_.session(4, school_.today - 2, false);
    auto const body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, "Record session 4 of Friendship group"));
    EXPECT_TRUE(holds(body, "2 days overdue"));
    EXPECT_LT(body.find("Overdue</h2>"), body.find("To do</h2>"));
}

TEST_F(Today, of_a_nurture_assistant_counts_children_who_are_not_evaluated) {
    running_.session(4, school_.today - 2, true);
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), "1 of 1 child still to evaluate"));
}

}  // namespace
}  // namespace today
