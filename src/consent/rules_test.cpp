#include "consent/rules_test.hpp"

#include <gtest/gtest.h>

namespace consent {
namespace {

Standing standing(std::vector<Received> const& history) {
    return standing_on(numbered(history), true, today);
}
bool in_force(std::vector<Received> const& history) { return in_force_on(numbered(history), today); }

// C3: not asked, asked, given, refused, in dispute, withdrawn, expired.

TEST(Consent, nobody_has_been_asked) { EXPECT_EQ(standing_on({}, false, today), Standing::not_asked); }

TEST(Consent, a_parent_was_asked_and_has_not_answered) {
    EXPECT_EQ(standing_on({}, true, today), Standing::asked);
}

TEST(Consent, one_parent_agrees_and_the_other_has_not_answered) {
    EXPECT_EQ(standing({says(mother, Answer::given)}), Standing::given);
}

TEST(Consent, two_parents_who_disagree_hold_the_start) {
    EXPECT_EQ(standing({says(mother, Answer::given), says(father, Answer::refused)}), Standing::in_dispute);
    EXPECT_FALSE(in_force({says(father, Answer::refused), says(mother, Answer::given)}));
}

TEST(Consent, the_senco_or_headteacher_decides_where_parents_disagree) {
    std::vector const dispute{says(mother, Answer::given), says(father, Answer::refused)};
    auto ahead = dispute;
    ahead.push_back(decides(Answer::decided_to_go_ahead));
    EXPECT_EQ(standing(ahead), Standing::given);

    auto not_to = dispute;
    not_to.push_back(decides(Answer::decided_not_to));
    EXPECT_EQ(standing(not_to), Standing::refused);
}

TEST(Consent, a_decision_settles_only_what_was_said_before_it) {
    EXPECT_EQ(
        standing(
            {says(mother, Answer::given),
             says(father, Answer::refused),
             decides(Answer::decided_to_go_ahead),
             says(father, Answer::refused)}
        ),
        Standing::in_dispute
    );
}

TEST(Consent, a_decision_takes_no_parents_place) {
    EXPECT_FALSE(in_force(
        {says(mother, Answer::given),
         says(father, Answer::refused),
         says(mother, Answer::withdrawn),
         decides(Answer::decided_to_go_ahead)}
    ));
}

TEST(Consent, a_decision_does_not_outlive_the_agreement_that_it_protects) {
    EXPECT_EQ(
        standing(
            {until(says(mother, Answer::given, yesterday), yesterday),
             says(father, Answer::refused, yesterday),
             decides(Answer::decided_to_go_ahead)}
        ),
        Standing::expired
    );
}

TEST(Consent, a_parent_who_refused_changes_their_mind) {
    EXPECT_TRUE(in_force({says(mother, Answer::refused), says(mother, Answer::given)}));
}

TEST(Consent, a_yes_holds_through_its_last_day_and_not_the_day_after) {
    auto yes = says(mother, Answer::given);
    yes.expires_on = last_day_of_yes(yes.answered_on, 52);
    EXPECT_EQ(*yes.expires_on - yes.answered_on, 364);
    std::vector const history{yes};
    EXPECT_EQ(standing_on(history, true, *yes.expires_on), Standing::given);
    EXPECT_EQ(standing_on(history, true, *yes.expires_on + 1), Standing::expired);
}

TEST(Consent, holds_until_the_last_of_those_who_agree_no_longer_does) {
    auto const sooner = until(says(mother, Answer::given), today + 10);
    auto const later = until(says(father, Answer::given), today + 20);
    EXPECT_EQ(holds_until(std::vector{sooner, later}, today), today + 20);
    EXPECT_EQ(holds_until(std::vector{sooner, later}, today + 30), today + 20) << "it has run out";
    EXPECT_EQ(holds_until(std::vector{sooner, says(father, Answer::refused)}, today), today + 10);
    std::vector const the_other_way_round{
        until(says(mother, Answer::given), today + 20), until(says(father, Answer::given), today + 10)};
    EXPECT_EQ(holds_until(the_other_way_round, today), today + 20) << "whoever of them it is";
    EXPECT_FALSE(holds_until(std::vector{sooner, says(father, Answer::given)}, today)) << "one has no end";
    EXPECT_FALSE(holds_until(std::vector{says(father, Answer::refused)}, today));
}

TEST(Consent, is_asked_for_again_from_four_weeks_before_its_end) {
    auto const yes = until(says(mother, Answer::given), today + 100);
    EXPECT_FALSE(is_to_be_renewed(yes, today + 71));
    EXPECT_TRUE(is_to_be_renewed(yes, today + 72));
    EXPECT_TRUE(is_to_be_renewed(yes, today + 101));
    EXPECT_FALSE(is_to_be_renewed(says(mother, Answer::given), today + 1000));
    EXPECT_FALSE(is_to_be_renewed(says(mother, Answer::refused), today));
}

// C1, C7: who has a say is judged by what is known today.

TEST(Consent, is_not_in_force_by_who_has_no_say_any_more) {
    EXPECT_EQ(standing({with_no_say(says(mother, Answer::given))}), Standing::expired);
    EXPECT_TRUE(in_force({with_no_say(says(mother, Answer::given)), says(father, Answer::given)}));
    EXPECT_EQ(
        standing({with_no_say(says(mother, Answer::given)), says(father, Answer::refused)}), Standing::refused
    ) << "nobody with a say agrees, so there is nothing to decide";
    std::vector const yesterdays{with_no_say(says(mother, Answer::given, yesterday))};
    EXPECT_FALSE(in_force_on(yesterdays, yesterday)) << "on no day";
    EXPECT_FALSE(in_force_to(yesterdays, Form::group, today));
    EXPECT_FALSE(holds_until(std::vector{with_no_say(until(says(mother, Answer::given), today + 9))}, today));
}

// What is edited about an adult never starts support.
TEST(Consent, a_no_outlasts_the_say_of_who_gave_it_until_it_is_decided) {
    for (auto const no : {Answer::refused, Answer::withdrawn}) {
        std::vector history{says(mother, Answer::given), with_no_say(says(father, no))};
        EXPECT_EQ(standing(history), no == Answer::refused ? Standing::in_dispute : Standing::withdrawn);
        history.push_back(decides(Answer::decided_to_go_ahead));
        EXPECT_EQ(standing(history), Standing::given);
    }
}

TEST(Consent, names_who_agreed_and_has_no_say_any_more) {
    auto const history =
        numbered({with_no_say(says(mother, Answer::given)), with_no_say(says(father, Answer::refused))});
    EXPECT_EQ(without_a_say(history, today), std::vector{mother});
    EXPECT_TRUE(without_a_say(history, yesterday).empty());
    EXPECT_TRUE(without_a_say(std::vector{says(mother, Answer::given)}, today).empty());
}

TEST(Consent, is_given_anew_by_who_had_no_say_and_takes_it_back_whatever_became_of_it) {
    std::vector const history{with_no_say(says(mother, Answer::given))};
    EXPECT_FALSE(objection_to(numbered(history), says(mother, Answer::given), today));
    EXPECT_FALSE(objection_to(numbered(history), says(mother, Answer::withdrawn), today));
}

// C3: per child, programme and respondent.

Standing to(Form form, std::vector<Received> const& history) {
    return standing_to(numbered(history), form, true, today);
}

TEST(Consent, is_to_the_form_that_the_letter_spoke_of_and_to_no_other) {
    std::vector const to_a_group{about(Form::group, says(mother, Answer::given))};
    EXPECT_EQ(to(Form::group, to_a_group), Standing::given);
    EXPECT_EQ(to(Form::one_to_one, to_a_group), Standing::asked);
    EXPECT_TRUE(in_force_to(to_a_group, Form::group, today));
    EXPECT_FALSE(is_to_the_other(to_a_group, Form::group, today));
    EXPECT_FALSE(in_force_to(to_a_group, Form::one_to_one, today));
    EXPECT_TRUE(is_to_the_other(to_a_group, Form::one_to_one, today));
    for (auto const form : all_of<Form>())
        EXPECT_EQ(to(form, {says(mother, Answer::given)}), Standing::given) << "the letter left it open";
}

// C3: per child, programme and respondent. A letter about another form asks about that one.
TEST(Consent, a_yes_to_one_form_stands_until_it_is_answered_otherwise) {
    auto const to_a_group = about(Form::group, says(mother, Answer::given));
    auto const one_to_one = about(Form::one_to_one, says(mother, Answer::given));
    EXPECT_FALSE(objection_to(std::vector{to_a_group}, one_to_one, today));
    EXPECT_EQ(objection_to(std::vector{to_a_group}, to_a_group, today), Refusal::already_stands);
    EXPECT_FALSE(objection_to(std::vector{to_a_group}, says(mother, Answer::given), today)) << "to both";
    for (auto const form : all_of<Form>()) EXPECT_EQ(to(form, {to_a_group, one_to_one}), Standing::given);
    std::vector const refused{to_a_group, one_to_one, about(Form::group, says(mother, Answer::refused))};
    EXPECT_EQ(to(Form::group, refused), Standing::withdrawn);
    EXPECT_EQ(to(Form::one_to_one, refused), Standing::given);
}

TEST(Consent, a_refusal_counts_against_the_form_that_was_asked_for_alone) {
    std::vector const history{
        about(Form::one_to_one, says(mother, Answer::given)),
        about(Form::group, says(father, Answer::refused))};
    EXPECT_EQ(to(Form::one_to_one, history), Standing::given);
    EXPECT_EQ(to(Form::group, history), Standing::refused);
    EXPECT_EQ(standing(history), Standing::given) << "to the form to which it has come furthest";
    std::vector const open{
        about(Form::one_to_one, says(mother, Answer::given)), says(father, Answer::refused)};
    EXPECT_EQ(to(Form::one_to_one, open), Standing::in_dispute) << "the letter left it open";
}

// C6.
TEST(Consent, a_withdrawal_counts_against_both_forms_whatever_letter_it_came_with) {
    for (auto const form : {std::optional<Form>(), std::optional(Form::group)}) {
        std::vector const history{
            about(Form::one_to_one, says(mother, Answer::given)),
            about(form, says(mother, Answer::withdrawn))};
        for (auto const asked : all_of<Form>()) EXPECT_EQ(to(asked, history), Standing::withdrawn);
    }
}

// C6: from that second, not from that morning.
TEST(Consent, was_in_force_until_somebody_objected_on_that_very_day) {
    auto const withdrawn =
        numbered({says(mother, Answer::given, yesterday), says(mother, Answer::withdrawn)});
    EXPECT_FALSE(in_force_to(withdrawn, Form::group, today));
    EXPECT_TRUE(in_force_until_objected(withdrawn, Form::group, today));
    EXPECT_FALSE(in_force_until_objected(withdrawn, Form::group, today + 1));
    auto const of_one_day = numbered({says(mother, Answer::given), says(mother, Answer::withdrawn)});
    EXPECT_TRUE(in_force_until_objected(of_one_day, Form::group, today)) << "given that morning";
    auto const of_the_other = numbered({says(mother, Answer::given), says(father, Answer::refused)});
    EXPECT_TRUE(in_force_until_objected(of_the_other, Form::group, today));
    auto const earlier = numbered({says(father, Answer::refused, yesterday), says(mother, Answer::given)});
    EXPECT_FALSE(in_force_until_objected(earlier, Form::group, today)) << "a refusal of the day before";
    EXPECT_FALSE(in_force_until_objected({}, Form::group, today)) << "nobody ever agreed";
    auto without_a_say = numbered({says(mother, Answer::given, yesterday)});
    without_a_say[0].has_a_say = false;
    EXPECT_FALSE(in_force_to(without_a_say, Form::group, today));
    EXPECT_TRUE(in_force_until_objected(without_a_say, Form::group, today)) << "a court order of a later day";
    auto const to_a_group = about(Form::group, says(mother, Answer::given));
    EXPECT_FALSE(in_force_until_objected(std::vector{to_a_group}, Form::one_to_one, today));
    EXPECT_TRUE(in_force_until_objected(std::vector{to_a_group}, today)) << "to one of them";
}

TEST(Consent, a_decision_is_about_the_form_over_which_they_differ) {
    std::vector history{
        about(Form::group, says(mother, Answer::given)),
        says(father, Answer::refused),
        about(Form::group, decides(Answer::decided_to_go_ahead)),
        about(Form::one_to_one, says(mother, Answer::given))};
    EXPECT_EQ(to(Form::group, history), Standing::given);
    EXPECT_EQ(to(Form::one_to_one, history), Standing::in_dispute);
    history.push_back(about(Form::one_to_one, decides(Answer::decided_not_to)));
    EXPECT_EQ(to(Form::group, history), Standing::given);
    EXPECT_EQ(to(Form::one_to_one, history), Standing::refused);
}

// The number of the decision by which consent is in force to a group; 0: by none.
int decided_by(std::vector<Received> const& history) {
    auto const all = numbered(history);
    auto const* const decision = decision_in_force(all, Form::group, today);
    return decision ? decision->number : 0;
}

TEST(Consent, is_in_force_by_the_latest_decision_over_a_no_that_stands) {
    std::vector history{says(mother, Answer::given), says(father, Answer::refused)};
    EXPECT_EQ(decided_by(history), 0);
    history.push_back(decides(Answer::decided_to_go_ahead));
    EXPECT_EQ(decided_by(history), 3);
    history.push_back(says(father, Answer::refused));
    EXPECT_EQ(decided_by(history), 0) << "a new no is in dispute";
    history.push_back(decides(Answer::decided_to_go_ahead));
    EXPECT_EQ(decided_by(history), 5);
    auto changed = history;
    changed.push_back(decides(Answer::decided_not_to));
    EXPECT_EQ(decided_by(changed), 0);
    history.push_back(says(father, Answer::given));
    EXPECT_EQ(decided_by(history), 0) << "both agree";
}

TEST(Consent, is_in_force_by_no_decision_about_the_other_form) {
    EXPECT_EQ(
        decided_by(
            {about(Form::group, says(mother, Answer::given)),
             says(father, Answer::refused),
             about(Form::group, decides(Answer::decided_to_go_ahead)),
             about(Form::one_to_one, says(mother, Answer::given)),
             about(Form::one_to_one, decides(Answer::decided_to_go_ahead))}
        ),
        3
    );
}

TEST(Consent, an_answer_about_the_other_form_makes_none_outdated) {
    auto const history = numbered(
        {about(Form::group, says(mother, Answer::given, today)),
         about(Form::one_to_one, says(mother, Answer::given, yesterday)),
         about(Form::group, says(mother, Answer::refused, yesterday)),
         says(mother, Answer::given, yesterday)}
    );
    EXPECT_FALSE(is_outdated(history, history[1], today));
    EXPECT_TRUE(is_outdated(history, history[2], today));
    EXPECT_FALSE(is_outdated(history, history[3], today)) << "it says something about one to one";
}

TEST(Consent, is_taken_back_by_a_no_to_what_was_agreed_to) {
    std::vector const to_a_group{about(Form::group, says(mother, Answer::given))};
    EXPECT_TRUE(takes_back(to_a_group, says(mother, Answer::withdrawn)));
    EXPECT_TRUE(takes_back(to_a_group, says(mother, Answer::refused)));
    EXPECT_TRUE(takes_back(to_a_group, about(Form::group, says(mother, Answer::refused))));
    EXPECT_FALSE(takes_back(to_a_group, about(Form::one_to_one, says(mother, Answer::refused))));
    EXPECT_FALSE(takes_back(to_a_group, says(mother, Answer::given)));
    EXPECT_FALSE(takes_back(to_a_group, says(father, Answer::refused)));
    EXPECT_FALSE(takes_back({}, says(mother, Answer::refused)));
    EXPECT_FALSE(takes_back(std::vector{says(mother, Answer::refused)}, says(mother, Answer::refused)));
}

TEST(Consent, an_answer_is_to_the_latest_letter_that_this_person_had_by_its_day) {
    auto const letter = [](ContactId const& to, Date on, Form form) {
        Request request;
        request.contact = to;
        request.asked_at = calendar::start_of(on) + 9 * hours;
        request.form = form;
        return request;
    };
    std::vector const letters{
        letter(mother, today - 10, Form::group), letter(mother, today - 2, Form::one_to_one)};
    EXPECT_EQ(form_asked(letters, mother, today - 3), Form::group) << "a slip of the first letter";
    EXPECT_EQ(form_asked(letters, mother, today - 2), Form::one_to_one);
    EXPECT_EQ(form_asked(letters, mother, today - 11), Form::one_to_one) << "a day before any letter";
    EXPECT_EQ(form_asked(letters, father, today), Form::one_to_one) << "whom nobody wrote to";
    EXPECT_FALSE(form_asked({}, mother, today));
    std::vector const of_two_forms{
        letter(mother, today - 10, Form::group), letter(father, today - 2, Form::one_to_one)};
    EXPECT_EQ(form_asked(of_two_forms, mother, today), Form::group) << "the other's letter is not hers";
    EXPECT_EQ(form_asked(of_two_forms, father, today), Form::one_to_one);
    EXPECT_EQ(form_asked(of_two_forms, father, today - 5), Form::one_to_one) << "he had no other";
}

// C6: withdrawal is a dated event. From then on sessions are blocked.

TEST(Consent, a_withdrawal_blocks_although_the_other_parent_still_agrees) {
    EXPECT_EQ(
        standing({says(mother, Answer::given), says(mother, Answer::withdrawn), says(father, Answer::given)}),
        Standing::withdrawn
    );
}

TEST(Consent, a_withdrawal_by_one_of_two_is_no_dispute_and_may_be_decided_over) {
    auto history = numbered(
        {says(mother, Answer::given, yesterday),
         says(father, Answer::given, yesterday),
         says(mother, Answer::withdrawn)}
    );
    EXPECT_EQ(standing(history), Standing::withdrawn);
    EXPECT_TRUE(may_be_decided(history, Form::group, today));
    ASSERT_EQ(withdrawals(history, Form::group, today).size(), 1U);
    EXPECT_EQ(withdrawals(history, Form::group, today).front().by, mother);
    EXPECT_EQ(who_agrees(history, Form::group, today), std::vector{father});

    history.push_back(decides(Answer::decided_to_go_ahead));
    history = numbered(history);
    EXPECT_EQ(standing(history), Standing::given);
    EXPECT_FALSE(may_be_decided(history, Form::group, today));
    EXPECT_TRUE(withdrawals(history, Form::group, today).empty());
    EXPECT_EQ(latest_withdrawal(history, today)->number, 3) << "it stays on record";
    EXPECT_EQ(latest_withdrawal(history, yesterday), nullptr);
}

TEST(Consent, stands_withdrawn_since_the_first_withdrawal_that_no_later_yes_took_back) {
    auto const history = numbered(
        {says(mother, Answer::given, yesterday - 4),
         says(father, Answer::given, yesterday - 4),
         says(mother, Answer::withdrawn, yesterday - 3),
         says(mother, Answer::given, yesterday - 2),
         says(father, Answer::withdrawn, yesterday - 1),
         says(mother, Answer::withdrawn, yesterday),
         says(father, Answer::refused, today)}
    );
    auto const found = withdrawals(history, today);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found.front().number, 5) << "his no of today changes no day";
    EXPECT_EQ(found.back().number, 6);
}

TEST(Consent, a_dispute_beside_a_withdrawal_is_told_as_the_withdrawal) {
    ContactId const guardian = *ContactId::parse("0190b6e0-0000-7000-8000-00000000000c");
    EXPECT_EQ(
        standing(
            {says(mother, Answer::given),
             says(guardian, Answer::refused),
             says(father, Answer::given),
             says(father, Answer::withdrawn)}
        ),
        Standing::withdrawn
    );
    EXPECT_EQ(
        standing(
            {says(mother, Answer::given),
             says(father, Answer::given),
             says(father, Answer::withdrawn),
             decides(Answer::decided_to_go_ahead),
             says(guardian, Answer::refused)}
        ),
        Standing::in_dispute
    ) << "the withdrawal was decided over";
}

TEST(Consent, the_only_agreement_was_withdrawn) {
    EXPECT_EQ(standing({says(mother, Answer::given), says(mother, Answer::withdrawn)}), Standing::withdrawn);
}

TEST(Consent, a_refusal_after_an_agreement_takes_it_back) {
    EXPECT_EQ(standing({says(mother, Answer::given), says(mother, Answer::refused)}), Standing::withdrawn);
}

TEST(Consent, a_refusal_that_took_back_nothing_is_a_refusal) {
    EXPECT_EQ(standing({says(mother, Answer::refused)}), Standing::refused);
}

TEST(Consent, a_withdrawal_of_today_leaves_yesterday_as_it_was) {
    auto const history =
        numbered({says(mother, Answer::given, yesterday), says(mother, Answer::withdrawn, today)});
    EXPECT_TRUE(in_force_on(history, yesterday));
    EXPECT_FALSE(in_force_on(history, today));
    EXPECT_FALSE(in_force_on(history, today + 1));
}

// C2: in force on that day.

TEST(Consent, is_in_force_on_its_last_day_and_not_after) {
    auto const history = numbered({until(says(mother, Answer::given, yesterday), today)});
    EXPECT_FALSE(in_force_on(history, yesterday - 1));
    EXPECT_TRUE(in_force_on(history, yesterday));
    EXPECT_TRUE(in_force_on(history, today));
    EXPECT_FALSE(in_force_on(history, today + 1));
    EXPECT_EQ(standing_on(history, true, today + 1), Standing::expired);
}

TEST(Consent, a_newer_shorter_agreement_replaces_the_longer_one) {
    EXPECT_FALSE(in_force({says(mother, Answer::given), until(says(mother, Answer::given), yesterday)}));
}

TEST(Consent, the_latest_answer_of_a_person_is_found) {
    auto const history = numbered(
        {says(mother, Answer::given),
         says(father, Answer::refused),
         says(mother, Answer::withdrawn, today + 1)}
    );
    EXPECT_EQ(latest_answer_of(history, mother, today)->answer, Answer::given);
    EXPECT_EQ(latest_answer_of(history, mother, today + 1)->answer, Answer::withdrawn);
    EXPECT_EQ(latest_answer_of(history, father, yesterday), nullptr);
}

// C3: an older slip that is recorded late replaces nothing that was said after it.

TEST(Consent, an_older_agreement_recorded_late_lifts_no_newer_withdrawal) {
    auto const history = numbered(
        {says(mother, Answer::given, today - 20),
         says(mother, Answer::withdrawn, today - 2),
         says(mother, Answer::given, today - 9)}
    );
    EXPECT_TRUE(in_force_on(history, today - 3));
    EXPECT_FALSE(in_force_on(history, today - 2));
    EXPECT_EQ(standing_on(history, true, today), Standing::withdrawn);
    EXPECT_EQ(latest_answer_of(history, mother, today)->number, 2);
    EXPECT_TRUE(is_outdated(history, history[2], today));
    EXPECT_FALSE(is_outdated(history, history[0], today));
    EXPECT_FALSE(is_outdated(history, history[1], today));
}

TEST(Consent, of_two_answers_of_one_day_the_one_recorded_later_counts) {
    EXPECT_EQ(standing({says(mother, Answer::given), says(mother, Answer::withdrawn)}), Standing::withdrawn);
    EXPECT_EQ(standing({says(mother, Answer::withdrawn), says(mother, Answer::given)}), Standing::given);
}

TEST(Consent, a_decision_settles_nothing_that_was_not_on_record_when_it_was_made) {
    EXPECT_EQ(
        standing(
            {says(mother, Answer::given, yesterday),
             says(father, Answer::refused, yesterday),
             decides(Answer::decided_to_go_ahead),
             says(father, Answer::refused, yesterday)}
        ),
        Standing::in_dispute
    );
}

// What can't be added.

std::optional<Refusal> objection(std::vector<Received> const& history, Received const& answer) {
    return objection_to(numbered(history), answer, today);
}

TEST(ConsentAnswer, of_tomorrow_is_refused) {
    EXPECT_EQ(objection({}, says(mother, Answer::given, today + 1)), Refusal::in_the_future);
}

TEST(ConsentAnswer, that_stands_already_is_refused) {
    EXPECT_EQ(objection({says(mother, Answer::given)}, says(mother, Answer::given)), Refusal::already_stands);
    EXPECT_EQ(objection({says(mother, Answer::given)}, says(father, Answer::given)), std::nullopt);
}

TEST(ConsentAnswer, renews_an_agreement_that_has_run_out) {
    auto const short_one = until(says(mother, Answer::given, yesterday), yesterday);
    EXPECT_EQ(objection({short_one}, says(mother, Answer::given)), std::nullopt);
}

TEST(ConsentAnswer, refused_again_after_a_decision_is_a_new_objection) {
    EXPECT_EQ(
        objection(
            {says(mother, Answer::given),
             says(father, Answer::refused),
             decides(Answer::decided_to_go_ahead)},
            says(father, Answer::refused)
        ),
        std::nullopt
    );
}

TEST(ConsentAnswer, withdraws_only_what_was_given) {
    EXPECT_EQ(objection({}, says(mother, Answer::withdrawn)), Refusal::nothing_to_withdraw);
    EXPECT_EQ(
        objection({says(mother, Answer::given)}, says(father, Answer::withdrawn)),
        Refusal::nothing_to_withdraw
    );
    EXPECT_EQ(objection({says(mother, Answer::given)}, says(mother, Answer::withdrawn)), std::nullopt);
}

TEST(ConsentAnswer, is_weighed_against_what_had_been_said_by_its_own_day) {
    std::vector const history{
        says(mother, Answer::given, today - 9), says(mother, Answer::withdrawn, today - 2)};
    EXPECT_EQ(objection(history, says(mother, Answer::given, today - 10)), std::nullopt);
    EXPECT_EQ(objection(history, says(mother, Answer::given, today - 5)), Refusal::already_stands);
    EXPECT_EQ(objection(history, says(mother, Answer::withdrawn, today - 5)), std::nullopt);
    EXPECT_EQ(objection(history, says(mother, Answer::withdrawn, today - 10)), Refusal::nothing_to_withdraw);
    EXPECT_EQ(objection(history, says(mother, Answer::withdrawn)), Refusal::already_stands);
    EXPECT_EQ(objection(history, says(mother, Answer::given)), std::nullopt);
}

TEST(ConsentAnswer, on_the_telephone_needs_a_witness) {
    auto answer = says(mother, Answer::given);
    answer.route = Route::telephone;
    EXPECT_EQ(objection({}, answer), Refusal::witness_missing);
    answer.witness = "Mr Hall";
    EXPECT_EQ(objection({}, answer), std::nullopt);
}

TEST(ConsentDecision, needs_a_dispute_and_a_reason) {
    std::vector const dispute{says(mother, Answer::given), says(father, Answer::refused)};
    auto decision = decides(Answer::decided_to_go_ahead);
    EXPECT_EQ(objection({}, decision), Refusal::no_dispute);
    EXPECT_EQ(objection({says(father, Answer::refused)}, decision), Refusal::no_dispute);
    EXPECT_EQ(objection({says(mother, Answer::given)}, decision), Refusal::no_dispute);
    EXPECT_EQ(objection(dispute, decision), std::nullopt);
    decision.reason.clear();
    EXPECT_EQ(objection(dispute, decision), Refusal::reason_missing);
}

TEST(ConsentDecision, can_be_changed_while_someone_agrees) {
    std::vector history{
        says(mother, Answer::given), says(father, Answer::refused), decides(Answer::decided_not_to)};
    EXPECT_EQ(objection(history, decides(Answer::decided_not_to)), Refusal::already_stands);
    EXPECT_EQ(objection(history, decides(Answer::decided_to_go_ahead)), std::nullopt);
    history.push_back(decides(Answer::decided_to_go_ahead));
    EXPECT_EQ(objection(history, decides(Answer::decided_to_go_ahead)), Refusal::no_dispute);
    EXPECT_EQ(objection(history, decides(Answer::decided_not_to)), std::nullopt);
}

TEST(ConsentDecision, not_to_go_ahead_stays_until_it_is_decided_anew) {
    std::vector const history{
        says(mother, Answer::given),
        says(father, Answer::refused),
        decides(Answer::decided_not_to),
        says(father, Answer::given)};
    EXPECT_EQ(standing(history), Standing::refused);
    EXPECT_EQ(objection(history, decides(Answer::decided_to_go_ahead)), std::nullopt);
}

}  // namespace
}  // namespace consent
