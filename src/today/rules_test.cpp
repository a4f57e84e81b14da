#include "today/rules.hpp"

#include <gtest/gtest.h>

#include "cases/rules.hpp"
#include "need_to_know/named_test.hpp"
#include "sessions/sessions.hpp"

namespace today {
namespace {

Date const tuesday = *calendar::parse_iso("2026-05-12");

auto const some_child = need_to_know::named_to_the_senco({});

Item due(std::string title, std::optional<Date> on) {
    return {.about = no_child, .title = std::move(title), .path = "/", .due_on = on};
}
Item waiting(std::string title, Date since) {
    return {.about = no_child, .title = std::move(title), .path = "/", .waiting = since};
}

std::vector<std::string> titles(std::vector<Item> const& items) {
    std::vector<std::string> titles;
    for (auto const& item : items) titles.push_back(item.title);
    return titles;
}

TEST(Urgency, of_what_has_no_day_is_due_now) {
    EXPECT_EQ(urgency_of(due("a", std::nullopt), tuesday), Urgency::due);
    EXPECT_EQ(urgency_of(due("a", tuesday), tuesday), Urgency::due);
    EXPECT_EQ(urgency_of(due("a", tuesday - 1), tuesday), Urgency::overdue);
    EXPECT_EQ(urgency_of(waiting("a", tuesday - 9), tuesday), Urgency::waiting);
}

TEST(Urgency, of_what_may_begin_does_not_wait_for_its_last_week) {
    auto item = due("a", tuesday + 14);
    EXPECT_EQ(urgency_of(item, tuesday), Urgency::later);
    item.may_begin = true;
    EXPECT_EQ(urgency_of(item, tuesday), Urgency::due);
    EXPECT_EQ(urgency_of(item, tuesday + 15), Urgency::overdue);
}

TEST(OutOfClass, is_told_with_when_or_with_what_became_of_a_session_that_fell_out) {
    OutOfClass out;
    out.on = tuesday;
    out.at = "10:30";
    out.minutes = 45;
    EXPECT_EQ(when_in_words(out), "Tuesday 12 May at 10:30, 45 minutes");
    out.fell_out = true;
    EXPECT_EQ(when_in_words(out), "It was planned for 10:30.");
    out.instead_on = tuesday + 2;
    out.instead_at = "09:15";
    EXPECT_EQ(
        when_in_words(out),
        "It was planned for 10:30, and put off to Thursday 14 May at 09:15. Other sessions stay as they are."
    );
    out.instead_on = tuesday - 1;
    EXPECT_EQ(
        when_in_words(out),
        "It was planned for 10:30, and brought forward to Monday 11 May at 09:15. Other sessions stay as "
        "they are."
    );
}

// H1: what is given to somebody today is not hidden below what they know already.
TEST(Urgency, of_what_was_given_today_stands_in_sight_whatever_its_day) {
    auto item = due("a", tuesday + 14);
    item.fresh = true;
    EXPECT_EQ(urgency_of(item, tuesday), Urgency::due);
    EXPECT_EQ(in_words(item, tuesday), "By Tuesday 26 May");
}

TEST(StartOfAProgramme, says_whose_targets_come_first) {
    EXPECT_EQ(whose_targets_come_first({}), "");
    EXPECT_EQ(
        whose_targets_come_first({"Sam", "Ali"}),
        "First write the targets of Sam and Ali, in each child's own words."
    );
}

// G3: whoever joins later is told with the day from which they are late.
TEST(Joining, names_one_child_and_counts_several) {
    Joining joining{
        .programme = "Lantern group",
        .path = "/programmes/1",
        .children = {{"Nell Reed", tuesday + 1, tuesday - 3}}};
    auto item = to_start(joining, tuesday);
    EXPECT_EQ(item.title, "Start Nell Reed in Lantern group");
    EXPECT_EQ(item.detail, "Has a place, to start on Wednesday 13 May 2026.");
    EXPECT_EQ(item.due_on, tuesday + 1);
    EXPECT_FALSE(item.fresh);
    joining.children.front().has_targets = false;
    EXPECT_EQ(
        to_start(joining, tuesday).detail,
        "Has a place, to start on Wednesday 13 May 2026. First write the targets of Nell Reed, in the "
        "child's own "
        "words."
    );
    joining.children.front().has_targets = true;
    joining.children.push_back({"Ned Reed", tuesday - 1, tuesday});
    item = to_start(joining, tuesday);
    EXPECT_EQ(item.title, "Start 2 children in Lantern group");
    EXPECT_EQ(
        item.detail, "Nell Reed and Ned Reed have a place; the first was to start on Monday 11 May 2026."
    );
    EXPECT_EQ(item.due_on, tuesday - 1);
    EXPECT_TRUE(item.fresh);
}

TEST(Joining, counts_whom_consent_lets_start_and_names_the_others) {
    EXPECT_EQ(
        to_start(
            {.programme = "Lantern group",
             .path = {},
             .children = {{"Nell Reed", tuesday, tuesday}},
             .held_up = {"Ned", "Ada"}},
            tuesday
        )
            .detail,
        "Has a place, to start on Tuesday 12 May 2026. Ned and Ada can't start: no consent to this programme "
        "is "
        "in force."
    );
    EXPECT_EQ(who_cannot_start({}), "");
}

TEST(Joining, is_said_in_whole_sentences_before_the_day_and_after_it) {
    auto const said = [](std::vector<Joining::Child> const& children) {
        return to_start({.programme = "Lantern group", .path = {}, .children = children}, tuesday).detail;
    };
    EXPECT_EQ(
        said({{"Nell Reed", tuesday - 1, tuesday - 3}}), "Has a place; it was to start on Monday 11 May 2026."
    );
    EXPECT_EQ(
        said({{"Nell Reed", tuesday - 1, tuesday - 3}, {"Ned Reed", tuesday - 1, tuesday - 3}}),
        "Nell Reed and Ned Reed have a place; it was to start on Monday 11 May 2026."
    );
    EXPECT_EQ(
        said({{"Nell Reed", tuesday, tuesday - 3}, {"Ned Reed", tuesday, tuesday - 3}}),
        "Nell Reed and Ned Reed have a place, to start on Tuesday 12 May 2026."
    );
    EXPECT_EQ(
        said({{"Nell Reed", tuesday + 1, tuesday - 3}, {"Ned Reed", tuesday, tuesday - 3}}),
        "Nell Reed and Ned Reed have a place, the first to start on Tuesday 12 May 2026."
    );
}

TEST(Fresh, is_what_somebody_else_brought_today) {
    auto const senco = *StaffId::parse("0190b6e0-0000-7000-8000-00000000000a");
    auto const teacher = *StaffId::parse("0190b6e0-0000-7000-8000-00000000000b");
    auto const step_taken = [](Date on, std::optional<StaffId> by) {
        cases::Facts facts;
        facts.steps.push_back(
            {.step = cases::Step::concern,
             .taken_at = calendar::start_of(on) + 9 * hours,
             .taken_on = on,
             .taken_by = by}
        );
        return facts;
    };
    EXPECT_TRUE(came_today(step_taken(tuesday, teacher), senco, tuesday));
    EXPECT_FALSE(came_today(step_taken(tuesday - 1, teacher), senco, tuesday));
    EXPECT_FALSE(came_today(step_taken(tuesday, senco), senco, tuesday)) << "their own doing";

    auto answered = step_taken(tuesday - 20, senco);
    answered.answers.push_back({.received_at = calendar::start_of(tuesday) + 9 * hours});
    EXPECT_TRUE(came_today(answered, senco, tuesday)) << "by a parent's link";
    answered.answers.back().recorded_by = senco;
    EXPECT_FALSE(came_today(answered, senco, tuesday));
    answered.place_ended_on = tuesday;
    EXPECT_TRUE(came_today(answered, senco, tuesday));
}

TEST(Order, puts_the_earliest_day_first_and_the_longest_wait_first) {
    auto const work = in_order(
        {due("in a week", tuesday + 7),
         waiting("since yesterday", tuesday - 1),
         due("late by a day", tuesday - 1),
         due("now", std::nullopt),
         due("in a month", tuesday + 30),
         due("in eight days", tuesday + 8),
         due("late by a week", tuesday - 7),
         waiting("since a week", tuesday - 7)},
        tuesday
    );
    EXPECT_EQ(titles(work.overdue), (std::vector<std::string>{"late by a week", "late by a day"}));
    EXPECT_EQ(titles(work.due), (std::vector<std::string>{"now", "in a week"}));
    EXPECT_EQ(titles(work.later), (std::vector<std::string>{"in eight days", "in a month"}));
    EXPECT_EQ(titles(work.waiting), (std::vector<std::string>{"since a week", "since yesterday"}));
}

// A child's no is weighed before work that merely has a day, whatever that day is.
TEST(Order, puts_what_comes_first_before_all_that_has_a_day_and_not_before_what_waits_for_others) {
    auto objection = due("weigh a no", std::nullopt);
    objection.comes_first = true;
    auto asked_of_another = waiting("asked of another", tuesday - 1);
    asked_of_another.comes_first = true;
    auto const work = in_order({due("late", tuesday - 30), objection, asked_of_another}, tuesday);
    EXPECT_EQ(titles(work.first), std::vector<std::string>{"weigh a no"});
    EXPECT_EQ(titles(work.overdue), std::vector<std::string>{"late"});
    EXPECT_EQ(titles(work.waiting), std::vector<std::string>{"asked of another"});
}

TEST(Words, say_how_late_how_soon_and_how_long) {
    EXPECT_EQ(in_words(due("a", tuesday - 1), tuesday), "1 day overdue");
    EXPECT_EQ(in_words(due("a", tuesday - 3), tuesday), "3 days overdue");
    EXPECT_EQ(in_words(due("a", tuesday), tuesday), "Due today");
    EXPECT_EQ(in_words(due("a", std::nullopt), tuesday), "To do");
    EXPECT_EQ(in_words(due("a", tuesday + 7), tuesday), "By Tuesday 19 May");
    EXPECT_EQ(in_words(waiting("a", tuesday), tuesday), "Waiting since today");
    EXPECT_EQ(in_words(waiting("a", tuesday - 7), tuesday), "Waiting for 7 days");
}

TEST(Lessons, are_recorded_before_children_are_evaluated) {
    Lesson lesson{
        .programme = "Friendship group", .number = 3, .on = tuesday - 7, .children = 5, .evaluated = 2};
    EXPECT_EQ(to_write_up(lesson).title, "Record session 3 of Friendship group");
    lesson.outcome = programmes::Outcome::delivered;
    EXPECT_EQ(to_write_up(lesson).title, "Evaluate session 3 of Friendship group");
    EXPECT_EQ(to_write_up(lesson).detail, "Tuesday 5 May: 3 of 5 children still to evaluate.");
    lesson.to_write_up = *PlaceId::parse("0190b6e0-0000-7000-8000-00000000000a");
    EXPECT_EQ(to_write_up(lesson).path, programmes::path_of(lesson.id)) << "who comes first is chosen there";
    lesson.evaluated = 4;
    EXPECT_EQ(to_write_up(lesson).path, sessions::evaluation_path(lesson.id, *lesson.to_write_up));
}

cases::Status status(cases::Stage stage, cases::Owner owner, Date due_on) {
    return {.stage = stage, .sentence = "So it stands.", .owner = owner, .due_on = due_on};
}

TEST(Senco, does_their_own_and_waits_for_the_class_teacher) {
    using cases::Owner;
    using cases::Stage;
    story::About const sam{.forename = "Sam"};
    auto const own =
        for_senco(some_child, status(Stage::referred, Owner::senco, tuesday - 2), sam, {}, tuesday);
    EXPECT_EQ(own->title, "Talk Sam's referral through");
    EXPECT_EQ(urgency_of(*own, tuesday), Urgency::overdue);

    cases::Facts measured_by;
    measured_by.last_delivered_on = tuesday - 46;
    auto const review = for_senco(
        some_child,
        status(Stage::impact_overdue, Owner::class_teacher, tuesday - 4),
        sam,
        measured_by,
        tuesday
    );
    EXPECT_EQ(urgency_of(*review, tuesday), Urgency::waiting);
    EXPECT_EQ(in_words(*review, tuesday), "4 days overdue");
    ASSERT_TRUE(review->act);
    EXPECT_EQ(review->act->button, "Remind");
    EXPECT_TRUE(review->act->path.ends_with("/questions?remind=impact-review")) << review->act->path;
}

// The letters themselves stand on Today, each with what is done about it.
TEST(Senco, reads_of_a_letter_that_waits_for_the_printer_in_its_own_line_alone) {
    auto const waits = status(cases::Stage::awaiting_answer, cases::Owner::senco, tuesday);
    EXPECT_FALSE(for_senco(some_child, waits, {.forename = "Sam"}, {}, tuesday));
}

// M1: the class teacher has been waited for since the window opened, four weeks after the last session.
TEST(Senco, waits_for_the_impact_review_since_the_first_day_of_its_window) {
    cases::Facts facts;
    facts.last_delivered_on = tuesday - 31;
    auto const due_on = cases::impact_window_of(facts).closes_on;
    auto const item = for_senco(
        some_child,
        status(cases::Stage::impact_open, cases::Owner::class_teacher, due_on),
        {.forename = "Sam"},
        facts,
        tuesday
    );
    EXPECT_EQ(item->waiting, tuesday - 3);
    EXPECT_FALSE(item->act) << "nobody is reminded before they are late";
    EXPECT_EQ(in_words(*item, tuesday), "Waiting for 3 days");
}

// The page's lines of several children are no two alike, and say what the line of one child says.
TEST(Senco, decides_the_next_step_the_stop_and_the_refusal_in_words_that_are_told_apart) {
    using cases::Stage;
    auto const item = [](Stage stage) {
        return *for_senco(
            some_child, status(stage, cases::Owner::senco, tuesday), {.forename = "Sam"}, {}, tuesday
        );
    };
    auto next_step = status(Stage::next_step_due, cases::Owner::senco, tuesday);
    next_step.next = cases::Step::completion;
    auto const decided = *for_senco(some_child, next_step, {.forename = "Sam"}, {}, tuesday);
    EXPECT_EQ(decided.kind, "Decide the next step");
    EXPECT_EQ(decided.title, "Decide the next step for Sam");
    EXPECT_EQ(item(Stage::stopped).kind, "Decide what follows now that support has stopped");
    EXPECT_EQ(item(Stage::stopped).title, "Decide what follows now that Sam's support has stopped");
    EXPECT_EQ(item(Stage::consent_refused).kind, "Decide what follows now that consent was refused");
    EXPECT_EQ(item(Stage::consent_refused).title, "Decide what follows now that consent for Sam was refused");
}

TEST(Counts, of_the_groups_sum_to_all_open_cases_at_every_stage) {
    for (auto const stage : all_of<cases::Stage>()) {
        Counts counts;
        count(counts, {.stage = stage});
        EXPECT_EQ(counts.open, stage == cases::Stage::closed ? 0 : 1) << in_words(stage);
        EXPECT_EQ(
            counts.referrals + counts.running + counts.stopped + counts.to_measure + counts.next_steps,
            counts.open
        ) << in_words(stage);
    }
}

TEST(Counts, tell_waiting_running_and_late_apart) {
    Counts counts;
    for (auto const stage : all_of<cases::Stage>()) count(counts, {.stage = stage});
    EXPECT_EQ(counts.open, static_cast<int>(all_of<cases::Stage>().size()) - 1) << "all but the closed";
    EXPECT_EQ(counts.referrals, 13) << "every stage up to the start, and what consent holds up";
    EXPECT_EQ(counts.waiting, 1);
    EXPECT_EQ(counts.running, 1);
    EXPECT_EQ(counts.to_measure, 3);
    EXPECT_EQ(counts.late_reviews, 1);
}

}  // namespace
}  // namespace today
