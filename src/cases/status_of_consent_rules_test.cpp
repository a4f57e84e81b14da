// Where a case stands once consent is withdrawn, has run out or is to another form.
#include "cases/another_place_rules.hpp"
#include "cases/status_rules_test.hpp"

namespace cases {
namespace {

TEST(Status, a_withdrawal_stops_at_once_and_wherever_the_case_stands) {
    for (auto const reached : {Step::letter, Step::consent, Step::allocation, Step::start}) {
        auto facts = with_consent(reached);
        facts.next_session_on = taken_on + 7;
        hear(facts, mother, Answer::withdrawn, taken_on + 2);
        expect(
            facts,
            taken_on + 2,
            {Stage::stopped,
             "Consent was withdrawn on Wednesday 6 May 2026, so no session may be held.",
             std::nullopt,
             Owner::senco,
             taken_on + 7}
        );
    }
}

TEST(Status, a_withdrawal_by_one_of_two_parents_is_no_dispute) {
    for (auto const reached : {Step::consent, Step::allocation, Step::start}) {
        auto facts = with_consent(reached);
        hear(facts, father, Answer::given, taken_on + 1);
        hear(facts, father, Answer::withdrawn, taken_on + 2);
        auto status = status_of(facts, taken_on + 4);
        EXPECT_EQ(status.stage, Stage::stopped) << word(reached);
        EXPECT_EQ(
            status.sentence,
            "Consent was withdrawn on Wednesday 6 May 2026, so no session may be held. Another parent's yes "
            "stands."
        );
        hear(facts, {}, Answer::decided_to_go_ahead, taken_on + 4);
        EXPECT_NE(status_of(facts, taken_on + 4).stage, Stage::stopped) << "it was decided to go ahead";
    }
}

TEST(Status, a_place_that_ended_with_consent_names_the_day_on_which_it_was_withdrawn_and_no_other) {
    auto facts = with_consent(Step::start);
    facts.place_ended = EndReason::consent_withdrawn;
    facts.place_ended_on = taken_on + 9;  // the day on which it was recorded
    hear(facts, mother, Answer::withdrawn, taken_on + 2);
    auto const status = status_of(facts, taken_on + 9);
    EXPECT_EQ(status.stage, Stage::stopped);
    EXPECT_EQ(status.sentence, "Consent was withdrawn on Wednesday 6 May 2026, and the place ended.");
    EXPECT_EQ(status.due_on, taken_on + 14) << "the SENCo has heard of it since then";
}

TEST(Status, a_yes_after_a_place_ended_with_consent_asks_for_another_place) {
    auto facts = with_consent(Step::start);
    facts.place_ended = EndReason::consent_withdrawn;
    facts.place_ended_on = taken_on + 9;
    hear(facts, mother, Answer::withdrawn, taken_on + 9);
    EXPECT_EQ(status_of(facts, taken_on + 10).stage, Stage::stopped);
    hear(facts, mother, Answer::given, taken_on + 14);
    auto const status = status_of(facts, taken_on + 15);
    EXPECT_EQ(status.stage, Stage::to_allocate);
    EXPECT_EQ(
        status.sentence,
        "Consent is in force again since Monday 18 May 2026. Another place in a programme is to be found."
    );
    EXPECT_EQ(status.next, Step::allocation);
    EXPECT_EQ(status.due_on, taken_on + 19) << "counted from the new yes";
}

TEST(Status, another_place_follows_by_itself_only_where_consent_or_the_programme_was_why_one_ended) {
    for (auto const reason : all_of<EndReason>()) {
        auto facts = with_consent(Step::start);
        facts.place_ended = reason;
        facts.place_ended_on = taken_on + 9;
        bool const follows = reason == EndReason::consent_withdrawn || reason == EndReason::moved_programme;
        EXPECT_EQ(is_to_have_another_place(facts, taken_on + 9), follows) << word(reason);
        EXPECT_EQ(status_of(facts, taken_on + 9).stage == Stage::to_allocate, follows) << word(reason);
        bool const never = reason == EndReason::completed || reason == EndReason::left_school;
        EXPECT_EQ(may_have_another_place(facts, taken_on + 9), !never) << word(reason);
        hear(facts, mother, Answer::withdrawn, taken_on + 9);
        EXPECT_FALSE(may_have_another_place(facts, taken_on + 9)) << "without consent";
    }
}

TEST(Status, a_place_that_ended_early_stops_and_says_why) {
    auto facts = with_consent(Step::start);
    facts.place_ended = EndReason::left_school;
    facts.place_ended_on = taken_on + 20;
    EXPECT_EQ(status_of(facts, taken_on + 21).stage, Stage::stopped);
    EXPECT_EQ(
        status_of(facts, taken_on + 21).sentence,
        "The place ended on Sunday 24 May 2026 because the pupil left the school."
    );
}

TEST(Status, consent_that_has_run_out_is_asked_for_again) {
    auto facts = with_consent(Step::start);
    facts.answers.front().expires_on = taken_on + 10;
    EXPECT_EQ(status_of(facts, taken_on + 10).stage, Stage::running) << "on its last day it counts";
    expect(
        facts,
        taken_on + 11,
        {Stage::consent_expired,
         "Consent expired: it held until Thursday 14 May 2026. The parents are to be asked again.",
         Step::completion,
         Owner::senco,
         taken_on + 15}
    );
    facts.last_asked_on = taken_on + 12;
    expect(
        facts,
        taken_on + 12,
        {Stage::consent_expired,
         "Consent expired: it held until Thursday 14 May 2026. A parent was asked again on Saturday 16 May "
         "2026.",
         Step::completion,
         Owner::parent,
         taken_on + 26}
    );
    auto renewed = facts.answers.front();
    renewed.number = 2;
    renewed.answered_on = taken_on + 13;
    renewed.expires_on = taken_on + 400;
    facts.answers.push_back(renewed);
    EXPECT_EQ(status_of(facts, taken_on + 13).stage, Stage::running);
}

TEST(Status, consent_by_who_has_no_say_any_more_is_asked_of_another) {
    for (auto const reached : {Step::consent, Step::allocation, Step::start}) {
        auto facts = with_consent(reached);
        facts.answers.front().has_a_say = false;
        auto const next = static_cast<Step>(static_cast<int>(reached) + 1);
        std::string const because = "Consent came from somebody who has no say for the child any more";
        expect(
            facts,
            taken_on + 3,
            {Stage::consent_expired,
             because + ", so no session may be held. Another parent or carer is to be asked.",
             next,
             Owner::senco,
             taken_on + 3}
        );
        facts.last_asked_on = taken_on + 2;
        expect(
            facts,
            taken_on + 3,
            {Stage::consent_expired,
             because + ". A parent or carer was asked on Wednesday 6 May 2026.",
             next,
             Owner::parent,
             taken_on + 16}
        );
    }
}

TEST(Status, a_yes_to_another_form_than_was_asked_about_last_leads_no_further) {
    for (auto const reached : {Step::letter, Step::consent}) {
        auto facts = with_consent(reached);
        facts.answers.front().form = consent::Form::group;
        facts.last_asked_form = consent::Form::one_to_one;
        facts.last_asked_on = taken_on + 3;
        expect(
            facts,
            taken_on + 4,
            {Stage::awaiting_answer,
             "Waiting for a parent's answer about one to one, asked on Thursday 7 May 2026. The yes to a "
             "group stands.",
             reached == Step::letter ? Step::consent : Step::allocation,
             Owner::parent,
             taken_on + 17}
        );
        facts.last_asked_form = consent::Form::group;
        EXPECT_NE(status_of(facts, taken_on + 4).stage, Stage::awaiting_answer);
    }
    auto placed = with_consent(Step::start);
    placed.answers.front().form = consent::Form::group;
    placed.last_asked_form = consent::Form::one_to_one;
    EXPECT_EQ(status_of(placed, taken_on + 4).stage, Stage::running)
        << "sessions go on by the yes that stands";
}

// C3: what is said about one form sets nothing aside that was said about the other.
TEST(Status, sessions_go_on_by_the_yes_to_their_form_whatever_is_said_about_the_other) {
    for (auto const answer : {Answer::given, Answer::refused}) {
        auto facts = with_consent(Step::start);
        facts.form = consent::Form::group;
        facts.answers.front().form = consent::Form::group;
        facts.last_asked_form = consent::Form::one_to_one;
        facts.last_asked_on = taken_on + 2;
        EXPECT_EQ(status_of(facts, taken_on + 4).stage, Stage::running) << "asked, and not answered yet";
        hear(facts, mother, answer);
        facts.answers.back().form = consent::Form::one_to_one;
        EXPECT_EQ(status_of(facts, taken_on + 4).stage, Stage::running);
        hear(facts, mother, Answer::refused);
        facts.answers.back().form = consent::Form::group;
        EXPECT_EQ(status_of(facts, taken_on + 4).stage, Stage::stopped);
    }
}

TEST(Status, a_no_to_the_form_asked_about_last_leaves_a_place_in_the_form_that_was_agreed_to) {
    for (auto const reached : {Step::letter, Step::consent}) {
        auto facts = with_consent(reached);
        facts.answers.front().form = consent::Form::group;
        facts.last_asked_form = consent::Form::one_to_one;
        facts.last_asked_on = taken_on + 2;
        EXPECT_EQ(may_be_placed(facts, consent::Form::group, taken_on + 4), reached == Step::consent);
        EXPECT_FALSE(may_be_placed(facts, consent::Form::one_to_one, taken_on + 4));
        hear(facts, father, Answer::refused);
        facts.answers.back().form = consent::Form::one_to_one;
        auto const status = status_of(facts, taken_on + 4);
        EXPECT_EQ(status.stage, reached == Step::consent ? Stage::to_allocate : Stage::consent_to_note);
        bool const says_so = status.sentence.find(". It is to a group alone.") != std::string::npos;
        EXPECT_EQ(says_so, reached == Step::consent) << status.sentence;
    }
}

TEST(Status, a_reminder_of_long_ago_asked_nobody_for_a_new_yes) {
    auto facts = with_consent(Step::start);
    facts.answers.front().expires_on = taken_on + 364;
    facts.last_asked_on = taken_on + 30;
    EXPECT_EQ(status_of(facts, taken_on + 365).owner, Owner::senco);
    facts.last_asked_on = taken_on + 340;
    EXPECT_EQ(status_of(facts, taken_on + 365).owner, Owner::parent) << "asked before it ran out";
}

TEST(Renewal, is_due_four_weeks_before_consent_ends_while_support_is_ahead_or_under_way) {
    for (auto const reached : all_of<Step>()) {
        auto facts = with_consent(reached);
        if (facts.answers.empty()) continue;
        facts.answers.front().expires_on = taken_on + 364;
        bool const matters = reached >= Step::consent && reached <= Step::start;
        EXPECT_FALSE(renewal_of(facts, taken_on + 335)) << word(reached);
        EXPECT_EQ(renewal_of(facts, taken_on + 336).has_value(), matters) << word(reached);
        EXPECT_EQ(renewal_of(facts, taken_on + 364).has_value(), matters) << word(reached);
        EXPECT_FALSE(renewal_of(facts, taken_on + 365)) << "expired: the status says so";
    }
}

TEST(Renewal, knows_whether_a_letter_has_gone_since_and_ends_with_the_new_yes) {
    auto facts = with_consent(Step::start);
    facts.answers.front().expires_on = taken_on + 364;
    EXPECT_FALSE(renewal_of(facts, taken_on + 340)->asked);
    facts.last_asked_on = taken_on + 340;
    EXPECT_TRUE(renewal_of(facts, taken_on + 341)->asked);
    EXPECT_EQ(renewal_of(facts, taken_on + 341)->holds_until, taken_on + 364);
    auto renewed = facts.answers.front();
    renewed.number = 2;
    renewed.answered_on = taken_on + 342;
    renewed.expires_on = taken_on + 700;
    facts.answers.push_back(renewed);
    EXPECT_FALSE(renewal_of(facts, taken_on + 343));
}

TEST(Renewal, is_none_once_the_place_has_ended) {
    auto facts = with_consent(Step::start);
    facts.answers.front().expires_on = taken_on + 10;
    facts.place_ended = EndReason::left_school;
    EXPECT_FALSE(renewal_of(facts, taken_on + 5));
}

}  // namespace
}  // namespace cases
