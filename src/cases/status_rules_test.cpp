#include "cases/status_rules_test.hpp"

namespace cases {
namespace {

TEST(Status, a_concern_is_referred_within_five_days) {
    expect(
        after(Step::concern),
        taken_on,
        {Stage::concern_raised,
         "A concern was raised on Monday 4 May 2026. The SENCo decides whether to refer.",
         Step::referral,
         Owner::senco,
         taken_on + 5}
    );
}

TEST(Status, a_referral_is_discussed_within_ten_days) {
    expect(
        after(Step::referral),
        taken_on,
        {Stage::referred,
         "Referred on Monday 4 May 2026 and to be discussed.",
         Step::discussion,
         Owner::senco,
         taken_on + 10}
    );
}

TEST(Status, more_information_is_wanted_from_someone_by_a_day) {
    auto facts = after(Step::referral);
    facts.last_discussion = DiscussionOutcome::more_information;
    facts.information_from = "Mr Hall";
    facts.information_by_on = taken_on + 3;
    expect(
        facts,
        taken_on,
        {Stage::more_information,
         "More information is wanted from Mr Hall by Thursday 7 May 2026.",
         Step::discussion,
         Owner::senco,
         taken_on + 3}
    );
}

TEST(Status, what_was_discussed_is_prioritised_within_ten_days) {
    expect(
        after(Step::discussion),
        taken_on,
        {Stage::to_prioritise,
         "Discussed on Monday 4 May 2026 and to be prioritised.",
         Step::prioritisation,
         Owner::senco,
         taken_on + 10}
    );
}

TEST(Status, the_letter_goes_within_five_days) {
    expect(
        after(Step::prioritisation),
        taken_on,
        {Stage::letter_due,
         "Prioritised on Monday 4 May 2026. Each parent or carer is to be written to.",
         Step::letter,
         Owner::senco,
         taken_on + 5}
    );
}

TEST(Status, the_waiting_list_has_a_review_by_date) {
    auto facts = after(Step::waiting_list);
    facts.waiting_review_by_on = taken_on + 42;
    expect(
        facts,
        taken_on,
        {Stage::waiting,
         "On the waiting list since Monday 4 May 2026, to be looked at again by Monday 15 June 2026.",
         Step::letter,
         Owner::senco,
         taken_on + 42}
    );
}

TEST(Status, a_parent_who_was_asked_has_fourteen_days) {
    auto facts = after(Step::letter);
    facts.last_asked_on = taken_on + 1;
    expect(
        facts,
        taken_on + 1,
        {Stage::awaiting_answer,
         "Waiting for a parent's answer, asked on Tuesday 5 May 2026.",
         Step::consent,
         Owner::parent,
         taken_on + 15}
    );
}

TEST(Status, a_letter_that_waits_for_the_printer_has_asked_nobody_yet) {
    auto facts = after(Step::letter);
    facts.last_asked_on = taken_on + 1;
    facts.letters_wait = true;
    expect(
        facts,
        taken_on + 1,
        {Stage::awaiting_answer,
         "Letter made on Tuesday 5 May 2026. It is to be printed and handed over; then a parent answers.",
         Step::consent,
         Owner::senco,
         taken_on + 3}
    );
    facts.letters_wait = false;
    facts.last_went_on = taken_on + 3;
    expect(
        facts,
        taken_on + 3,
        {Stage::awaiting_answer,
         "Waiting for a parent's answer, asked on Thursday 7 May 2026.",
         Step::consent,
         Owner::parent,
         taken_on + 17}
    );
}

TEST(Status, who_is_allocated_to_a_programme_that_runs_starts_with_its_next_session) {
    auto facts = with_consent(Step::allocation);
    facts.starts_on = taken_on - 14;
    facts.next_session_on = taken_on + 4;
    auto const status = status_of(facts, taken_on);
    EXPECT_EQ(status.sentence, "Has a place with Mrs Ward, to start on Friday 8 May 2026.");
    EXPECT_EQ(status.due_on, taken_on + 4);
    facts.next_session_on = taken_on - 7;
    EXPECT_EQ(status_of(facts, taken_on).due_on, taken_on) << "a session that is still to be recorded";
}

TEST(Status, a_refusal_is_the_sencos_to_settle) {
    auto facts = after(Step::letter);
    hear(facts, mother, Answer::refused, taken_on + 2);
    expect(
        facts,
        taken_on + 2,
        {Stage::consent_refused,
         "Consent was refused, so sessions can't start.",
         std::nullopt,
         Owner::senco,
         taken_on + 7}
    );
}

TEST(Status, two_parents_who_disagree_hold_the_start) {
    for (auto const reached : {Step::letter, Step::consent, Step::allocation, Step::start}) {
        auto facts = with_consent(reached);
        hear(facts, father, Answer::refused, taken_on + 2);
        auto const status = status_of(facts, taken_on + 2);
        EXPECT_EQ(status.stage, Stage::in_dispute) << word(reached);
        EXPECT_EQ(status.owner, Owner::senco_or_headteacher);
        EXPECT_EQ(status.due_on, taken_on + 7);
    }
}

TEST(Status, a_place_is_found_within_five_days_of_consent) {
    expect(
        with_consent(Step::consent),
        taken_on,
        {Stage::to_allocate,
         "Consent was given on Monday 4 May 2026. A place in a programme is to be found.",
         Step::allocation,
         Owner::senco,
         taken_on + 5}
    );
}

// The step of consent is taken with the first yes, and what came then may have held it up.
TEST(Status, a_place_is_due_from_the_day_on_which_consent_came_into_force) {
    auto facts = with_consent(Step::consent);
    hear(facts, father, Answer::refused, taken_on + 1);
    hear(facts, {}, Answer::decided_to_go_ahead, taken_on + 20);
    expect(
        facts,
        taken_on + 21,
        {Stage::to_allocate,
         "Consent was given on Monday 4 May 2026; on Sunday 24 May 2026 it was decided to go ahead. A place "
         "in "
         "a programme is to be found.",
         Step::allocation,
         Owner::senco,
         taken_on + 25}
    );
    auto at_once = with_consent(Step::consent);
    hear(at_once, father, Answer::refused);
    hear(at_once, {}, Answer::decided_to_go_ahead);
    EXPECT_EQ(
        status_of(at_once, taken_on).sentence,
        "Consent was given on Monday 4 May 2026. A place in a programme is to be found."
    );
    auto other_form = with_consent(Step::consent);
    other_form.answers.front().form = consent::Form::group;
    other_form.last_asked_form = consent::Form::one_to_one;
    other_form.last_asked_on = taken_on + 3;
    hear(other_form, mother, Answer::given, taken_on + 10);
    other_form.answers.back().form = consent::Form::one_to_one;
    EXPECT_EQ(status_of(other_form, taken_on + 11).due_on, taken_on + 15);
}

TEST(Status, the_nurture_assistant_starts_on_the_day_agreed) {
    expect(
        with_consent(Step::allocation),
        taken_on,
        {Stage::to_start,
         "Has a place with Mrs Ward, to start on Monday 11 May 2026.",
         Step::start,
         Owner::nurture_assistant,
         taken_on + 7}
    );
}

TEST(Status, nobody_is_late_for_a_first_day_before_they_had_a_place) {
    for (int first_day = -60; first_day <= 60; ++first_day)
        for (int days = 0; days <= 14; ++days) {
            auto facts = with_consent(Step::allocation);
            auto const allocated_on = taken_on + days;
            facts.steps.back().taken_on = allocated_on;
            facts.starts_on = taken_on + first_day;
            auto const due_on = first_day > days ? taken_on + first_day : allocated_on;
            auto const status = status_of(facts, allocated_on);
            ASSERT_EQ(status.stage, Stage::to_start);
            ASSERT_EQ(status.due_on, due_on) << first_day << " " << days;
            ASSERT_NE(status.sentence.find("to start on " + calendar::in_words(due_on)), std::string::npos)
                << status.sentence;
        }
}

TEST(Status, sessions_run_from_one_to_the_next) {
    auto facts = with_consent(Step::start);
    facts.next_session_on = taken_on + 14;
    expect(
        facts,
        taken_on + 10,
        {Stage::running,
         "Sessions are running with Mrs Ward; the next is on Monday 18 May 2026.",
         Step::completion,
         Owner::nurture_assistant,
         taken_on + 14}
    );
    EXPECT_EQ(
        status_of(facts, taken_on + 15).sentence,
        "The session on Monday 18 May 2026 is to be recorded: held or not held."
    );
}

TEST(Status, a_session_beyond_the_end_of_a_yes_says_what_is_to_happen_before) {
    auto facts = with_consent(Step::start);
    facts.answers.front().expires_on = taken_on + 11;
    facts.next_session_on = taken_on + 14;
    auto const said = [&] { return status_of(facts, taken_on + 10).sentence; };
    facts.last_asked_on = taken_on - 20;
    EXPECT_EQ(
        said(),
        "Sessions are running with Mrs Ward. Consent holds until Friday 15 May 2026. The parents are to be "
        "asked again, and one is to agree, before the session on Monday 18 May 2026."
    );
    facts.last_asked_on = taken_on + 1;
    EXPECT_EQ(
        said(),
        "Sessions are running with Mrs Ward. Consent holds until Friday 15 May 2026. A parent was asked "
        "again "
        "on Tuesday 5 May 2026, and is to agree before the session on Monday 18 May 2026."
    );
    facts.answers.front().expires_on = taken_on + 14;
    EXPECT_EQ(said(), "Sessions are running with Mrs Ward; the next is on Monday 18 May 2026.");
}

TEST(Status, a_first_day_beyond_the_end_of_a_yes_says_so_too) {
    auto facts = with_consent(Step::allocation);
    facts.last_asked_on = taken_on - 40;
    facts.answers.front().expires_on = taken_on + 6;
    EXPECT_EQ(
        status_of(facts, taken_on + 5).sentence,
        "Has a place with Mrs Ward, to start on Monday 11 May 2026. Consent holds until Sunday 10 May 2026. "
        "The parents are to be asked again, and one is to agree, before the session on Monday 11 May 2026."
    );
    facts.answers.front().expires_on = taken_on + 7;
    EXPECT_EQ(status_of(facts, taken_on + 5).sentence.find("Consent holds"), std::string::npos);
}

TEST(Status, a_programme_without_more_sessions_is_to_be_completed) {
    auto facts = with_consent(Step::start);
    facts.last_delivered_on = taken_on + 49;
    auto const status = status_of(facts, taken_on + 50);
    EXPECT_EQ(status.sentence, "No more sessions are planned, so the programme is to be completed.");
    EXPECT_EQ(status.due_on, taken_on + 54);
}

// M1
TEST(Status, the_impact_review_belongs_to_the_class_teacher_in_its_window) {
    auto facts = with_consent(Step::completion);
    facts.place_ended = EndReason::completed;
    facts.last_delivered_on = taken_on;
    auto const day_before = taken_on + 27;
    EXPECT_EQ(status_of(facts, day_before).stage, Stage::impact_to_come);
    EXPECT_EQ(status_of(facts, day_before).owner, Owner::nobody);
    EXPECT_EQ(status_of(facts, day_before + 1).stage, Stage::impact_open);
    EXPECT_EQ(status_of(facts, day_before + 1).owner, Owner::class_teacher);
    EXPECT_EQ(status_of(facts, taken_on + 42).stage, Stage::impact_open);
    EXPECT_EQ(status_of(facts, taken_on + 43).stage, Stage::impact_overdue);
    EXPECT_EQ(status_of(facts, taken_on + 43).due_on, taken_on + 42);
}

TEST(Status, the_next_step_is_decided_within_ten_days) {
    expect(
        with_consent(Step::impact_review),
        taken_on,
        {Stage::next_step_due,
         "The impact was measured on Monday 4 May 2026. The next step is to be decided.",
         Step::next_step,
         Owner::senco,
         taken_on + 10}
    );
}

TEST(Status, a_closed_case_says_when_and_why) {
    auto facts = with_consent(Step::next_step);
    facts.closed_at = calendar::start_of(taken_on + 1);
    facts.closed_why = "no more support is needed.";
    expect(
        facts,
        taken_on + 9,
        {Stage::closed,
         "Closed on Tuesday 5 May 2026: no more support is needed.",
         std::nullopt,
         Owner::nobody,
         std::nullopt}
    );
}

// Whatever the facts: while a case is open and its way has begun, somebody has a move or the review is yet to
// come; every status has a sentence and a due date; and the step it names is one that the order allows.
// 4 to 22 May, and from 1 June: between them lies the half term.
TEST(Status, nothing_is_due_at_a_weekend_or_in_the_holidays) {
    auto const day = [](char const* iso) { return *calendar::parse_iso(iso); };
    auto const school_days = std::make_shared<schools::OpenDays const>(schools::OpenDays{
        .terms =
            {{.id = {}, .name = "", .starts_on = day("2026-05-04"), .ends_on = day("2026-05-22")},
             {.id = {}, .name = "", .starts_on = day("2026-06-01"), .ends_on = day("2026-07-17")}},
        .closures = {}});
    auto const due = [&](Facts facts) {
        facts.school_days = school_days;
        return calendar::iso(*status_of(facts, taken_on).due_on);
    };
    EXPECT_EQ(due(after(Step::concern)), "2026-05-11") << "five days on is Saturday 9 May";
    EXPECT_EQ(due(after(Step::referral)), "2026-05-14") << "ten days on is a Thursday";
    auto asked = after(Step::letter);
    asked.last_asked_on = day("2026-05-12");
    EXPECT_EQ(due(asked), "2026-06-01") << "two weeks on is in the half term";
    auto listed = after(Step::waiting_list, true);
    listed.waiting_review_by_on = day("2026-05-30");
    EXPECT_EQ(due(listed), "2026-06-01");
    listed.school_days = school_days;
    EXPECT_NE(status_of(listed, taken_on).sentence.find("Monday 1 June"), std::string::npos);
}

TEST(Status, is_whole_for_every_step_reached_and_every_standing_of_consent) {
    std::vector<std::vector<std::pair<std::optional<ContactId>, Answer>>> const histories{
        {},
        {{mother, Answer::given}},
        {{mother, Answer::refused}},
        {{mother, Answer::given}, {mother, Answer::withdrawn}},
        {{mother, Answer::given}, {father, Answer::refused}},
        {{mother, Answer::given}, {father, Answer::refused}, {{}, Answer::decided_not_to}}};
    for (auto const reached : all_of<Step>())
        for (bool listed : {false, true})
            for (auto const& history : histories)
                for (int days = 0; days < 60; days += 5) {
                    auto facts = after(reached, listed && reached > Step::waiting_list);
                    for (auto const& [who, answer] : history) hear(facts, who, answer);
                    auto const status = status_of(facts, taken_on + days);
                    ASSERT_FALSE(status.sentence.empty());
                    ASSERT_TRUE(status.sentence.ends_with('.')) << status.sentence;
                    ASSERT_TRUE(status.due_on) << status.sentence;
                    ASSERT_TRUE(status.owner != Owner::nobody || status.stage == Stage::impact_to_come);
                    ASSERT_TRUE(!status.next || !objection_to_taking(facts.steps, *status.next))
                        << word(status.stage);
                    // C2: no stage lets support go on without consent in force.
                    bool const goes_on = status.stage == Stage::to_allocate ||
                                         status.stage == Stage::to_start || status.stage == Stage::running;
                    ASSERT_TRUE(!goes_on || consent::in_force_on(facts.answers, taken_on + days));
                }
}

}  // namespace
}  // namespace cases
