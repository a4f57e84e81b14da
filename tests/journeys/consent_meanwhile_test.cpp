// A page about consent lies open, and a letter or an answer comes that its reader has not seen (C2, C3).
#include "journeys/journey.hpp"

namespace journeys {
namespace {

class ConsentMeanwhile : public Journey {
protected:
    static constexpr std::int64_t a_minute = 60'000;

    void a_newer_letter_goes(std::string const& form) {
        now += a_minute;
        auto const letters = case_of(sam) + "/letters";
        as(senco).opens(letters + "?form=" + form).sends(letters);
        now += a_minute;
    }
    std::string consent_page() { return case_of(sam) + "/consent"; }
    std::string answer_path(ContactId const& parent) { return link_of(parent, sam) + "/answer"; }

    // From a page that was opened this second.
    void answers(ContactId const& parent, std::string const& answer, std::string const& words = "") {
        now += a_minute;
        at_their_link(parent, sam).sends(answer_path(parent), Fields{{{"answer", answer}, {"words", words}}});
        now += a_minute;
    }
    // One agrees, another does not, and the headteacher reads about it.
    Somebody& headteacher_reads_that_parents_differ() {
        is_written_about(sam);
        answers(sam.mother, "given");
        answers(sam.father, "refused");
        the_headteacher_opens(sam);
        return as(school.headteacher).opens(consent_page());
    }

    std::int64_t answers_on_record() {
        return stands<std::int64_t>(
            "SELECT count(*) FROM consent_answer WHERE school_id = $1 AND case_id = $2",
            school.school,
            id_in(case_of(sam))
        );
    }
    std::string last_on_record() {
        return stands<std::string>(
            "SELECT answer || ' ' || coalesce(form, 'either') FROM consent_answer WHERE school_id = $1 AND "
            "case_id = $2 ORDER BY number DESC LIMIT 1",
            school.school,
            id_in(case_of(sam))
        );
    }
};

TEST_F(ConsentMeanwhile, a_yes_or_no_is_never_taken_to_a_letter_that_the_parent_has_not_read) {
    is_written_about(sam, "group");
    for (auto const* answer : {"given", "refused"}) {
        auto parent = at_their_link(sam.mother, sam);
        auto const here = answer_path(sam.mother);
        a_newer_letter_goes(answer == std::string_view("given") ? "one_to_one" : "group");
        parent.is_refused(here, Fields{{{"answer", answer}, {"words", "Ask us about Mondays"}}});
        EXPECT_EQ(answers_on_record(), 0) << answer;
        EXPECT_TRUE(parent.sees("The school has sent you a newer letter since you opened this page"))
            << parent.words();
        EXPECT_TRUE(parent.sees("Ask us about Mondays")) << "what was typed is lost";
    }
    auto parent = at_their_link(sam.mother, sam);
    auto const older = answer_path(sam.mother);
    a_newer_letter_goes("one_to_one");
    parent.is_refused(older, Fields{{{"answer", "given"}}});
    EXPECT_TRUE(parent.sees("Your answer is about nurture support one to one")) << parent.words();
    parent.sends(older, Fields{{{"answer", "given"}}});
    EXPECT_EQ(last_on_record(), "given one_to_one") << "who has been shown the newer letter answers it";
}

TEST_F(ConsentMeanwhile, a_change_of_mind_is_not_taken_to_a_letter_that_came_since) {
    is_written_about(sam, "group");
    answers(sam.mother, "refused");
    auto parent = at_their_link(sam.mother, sam);
    auto const here = answer_path(sam.mother);
    ASSERT_TRUE(parent.sees("Yes, I agree now"));
    a_newer_letter_goes("one_to_one");
    parent.is_refused(here, Fields{{{"answer", "given"}}});
    EXPECT_EQ(last_on_record(), "refused group");
}

TEST_F(ConsentMeanwhile, a_withdrawal_is_taken_whatever_letter_came_since) {
    is_written_about(sam, "group");
    answers(sam.mother, "given");
    auto parent = at_their_link(sam.mother, sam);
    auto const here = answer_path(sam.mother);
    a_newer_letter_goes("one_to_one");
    parent.sends(here, Fields{{{"answer", "withdrawn"}}});
    EXPECT_EQ(last_on_record(), "withdrawn either");
}

TEST_F(ConsentMeanwhile, a_yes_that_is_pressed_twice_stands_once) {
    is_written_about(sam, "group");
    auto parent = at_their_link(sam.mother, sam);
    auto const here = answer_path(sam.mother);
    auto const pressed = parent.browser().filled_form(here, Fields{{{"answer", "given"}}}).value_or(Fields{});
    EXPECT_EQ(parent.browser().post_exactly(here, pressed).status, 303);
    EXPECT_EQ(parent.browser().post_exactly(here, pressed).status, 303);
    EXPECT_EQ(answers_on_record(), 1);
    a_newer_letter_goes("one_to_one");
    EXPECT_EQ(parent.browser().post_exactly(here, pressed).status, 422);
    EXPECT_EQ(answers_on_record(), 1);
}

// C3, C6.
TEST_F(ConsentMeanwhile, no_decision_overrides_a_withdrawal_that_its_maker_never_saw) {
    auto& headteacher = headteacher_reads_that_parents_differ();
    answers(sam.father, "given");
    answers(sam.father, "withdrawn", "A court order of today forbids it");
    auto const decision = consent_page() + "/decision";
    headteacher.is_refused(decision, Fields{{{"decision", "go_ahead"}, {"reason", "They spoke together"}}});
    EXPECT_EQ(last_on_record(), "withdrawn either");
    EXPECT_TRUE(headteacher.sees("Since you opened this page")) << headteacher.words();
    EXPECT_TRUE(headteacher.sees("A court order of today forbids it"));
    EXPECT_TRUE(headteacher.sees("They spoke together")) << "what was typed is lost";
    headteacher.sends(decision, Fields{{{"decision", "not_to"}, {"reason", "The court has spoken"}}});
    EXPECT_EQ(last_on_record(), "decided_not_to group") << "who has read what came since decides";
}

TEST_F(ConsentMeanwhile, a_reason_is_shown_again_although_nothing_is_left_to_decide) {
    auto& headteacher = headteacher_reads_that_parents_differ();
    answers(sam.mother, "withdrawn");
    auto const decision = consent_page() + "/decision";
    headteacher.is_refused(decision, Fields{{{"decision", "go_ahead"}, {"reason", "They spoke together"}}});
    EXPECT_FALSE(headteacher.may_send(decision));
    EXPECT_TRUE(headteacher.sees("You had written: They spoke together")) << headteacher.words();
}

TEST_F(ConsentMeanwhile, consent_is_not_noted_by_answers_that_the_senco_has_not_seen) {
    is_written_about(sam);
    answers(sam.mother, "given");
    auto const undoing = case_of(sam) + "/steps/consent/undoing";
    as(senco).opens(undoing).sends(undoing, Fields{{{"reason", "Entered for another child"}}});
    auto const noting = consent_page() + "/noting";
    auto& coordinator = as(senco).opens(consent_page());
    ASSERT_TRUE(coordinator.may_send(noting));
    auto const pressed = coordinator.browser().filled_form(noting, {}).value_or(Fields{});
    answers(sam.father, "refused", "Not before the summer");
    coordinator.browser().open(consent_page());
    auto const answer = coordinator.browser().post_exactly(noting, pressed);
    EXPECT_EQ(answer.status, 422);
    EXPECT_NE(words_in(answer.body).find("so nothing was noted"), std::string::npos);
    EXPECT_NE(words_in(answer.body).find("Not before the summer"), std::string::npos);
}

TEST_F(ConsentMeanwhile, a_slip_is_not_recorded_over_an_answer_that_came_since) {
    is_written_about(sam);
    auto const answers_path = consent_page() + "/answers";
    Fields const slip{
        {{"contact", std::string(sam.father.text())},
         {"answer", "given"},
         {"route", "paper"},
         {"answered_on", calendar::iso(today())},
         {"words", "The slip says Mondays"}}};
    auto& coordinator = as(senco).opens(consent_page());
    answers(sam.mother, "given");
    answers(sam.father, "refused", "Not yet");
    coordinator.is_refused(answers_path, slip);
    EXPECT_EQ(last_on_record(), "refused group");
    EXPECT_TRUE(coordinator.sees("Not yet")) << coordinator.words();
    EXPECT_TRUE(coordinator.sees("The slip says Mondays")) << "what was typed is lost";
    coordinator.sends(answers_path, slip);
    EXPECT_EQ(last_on_record(), "given group");
}

TEST_F(ConsentMeanwhile, a_slip_is_recorded_although_another_person_answered_since) {
    is_written_about(sam);
    auto& coordinator = as(senco).opens(consent_page());
    answers(sam.mother, "given");
    coordinator.sends(
        consent_page() + "/answers",
        Fields(
            {{"contact", std::string(sam.father.text())},
             {"answer", "given"},
             {"route", "paper"},
             {"answered_on", calendar::iso(today())}}
        )
    );
    EXPECT_EQ(answers_on_record(), 2);
}

}  // namespace
}  // namespace journeys
