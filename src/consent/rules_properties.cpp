#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "consent/rules.hpp"

namespace consent {
namespace {

auto const first_day = *calendar::parse_iso("2026-05-01");
auto const last_day = first_day + 10;

std::optional<ContactId> anyone() {
    return ContactId::parse(*rc::gen::element<std::string>(
        "0190b6e0-0000-7000-8000-00000000000a",
        "0190b6e0-0000-7000-8000-00000000000b",
        "0190b6e0-0000-7000-8000-00000000000c"
    ));
}

Received any_answer() {
    Received received;
    received.answer = *rc::gen::element(
        Answer::given,
        Answer::given,
        Answer::refused,
        Answer::withdrawn,
        Answer::decided_to_go_ahead,
        Answer::decided_not_to
    );
    bool const decision =
        received.answer == Answer::decided_to_go_ahead || received.answer == Answer::decided_not_to;
    if (!decision) received.by = anyone();
    if (received.answer != Answer::withdrawn && *rc::gen::inRange(0, 2) == 0)
        received.form = *rc::gen::element(Form::one_to_one, Form::group);
    received.route = decision ? Route::decision : Route::paper;
    received.reason = "a reason";
    received.answered_on = first_day + *rc::gen::inRange(0, 8);
    if (received.answer == Answer::given && *rc::gen::inRange(0, 3) == 0)
        received.expires_on = received.answered_on + *rc::gen::inRange(0, 8);
    received.has_a_say = *rc::gen::inRange(0, 12) != 0;
    return received;
}

Received in_turn(std::vector<Received> const& history, Received received) {
    received.number = static_cast<int>(history.size()) + 1;
    return received;
}

std::vector<Received> any_history() {
    std::vector<Received> history;
    auto const length = *rc::gen::inRange(0, 14);
    for (int at = 0; at < length; ++at) history.push_back(in_turn(history, any_answer()));
    return history;
}

std::vector<Received> with(std::vector<Received> history, Received const& received) {
    history.push_back(in_turn(history, received));
    return history;
}

// Nothing more stands against somebody than is known while they answer: an answer has a say when it comes.
Received said_anew(Received answer, Date day) {
    answer.answered_on = day;
    answer.has_a_say = true;
    return answer;
}

Date any_day() { return first_day + *rc::gen::inRange(0, 14); }

}  // namespace

RC_GTEST_PROP(ConsentProperties, a_withdrawal_always_stops, ()) {
    auto withdrawal = any_answer();
    withdrawal.by = anyone();
    withdrawal.answer = Answer::withdrawn;
    auto const history = with(any_history(), withdrawal);
    RC_PRE(latest_answer_of(history, *withdrawal.by, last_day)->number == history.back().number);
    for (int days = 0; days < 20; ++days) RC_ASSERT(!in_force_on(history, withdrawal.answered_on + days));
}

RC_GTEST_PROP(ConsentProperties, a_withdrawal_is_never_lifted_by_an_answer_given_before_it, ()) {
    auto withdrawal = any_answer();
    withdrawal.by = anyone();
    withdrawal.answer = Answer::withdrawn;
    withdrawal.answered_on = last_day;
    auto history = with(any_history(), withdrawal);
    auto const late = *rc::gen::inRange(1, 5);
    for (int at = 0; at < late; ++at) history = with(history, any_answer());
    for (int days = 0; days < 20; ++days) RC_ASSERT(!in_force_on(history, last_day + days));
}

RC_GTEST_PROP(ConsentProperties, an_outdated_answer_changes_nothing_from_the_later_answer_on, ()) {
    auto const history = any_history();
    RC_PRE(!history.empty());
    auto const newer = *rc::gen::elementOf(history);
    RC_PRE(newer.by.has_value());
    Received late = any_answer();
    late.by = newer.by;
    late.form = newer.form;
    late.answered_on = newer.answered_on - 1;
    auto const longer = with(history, late);
    RC_PRE(late.answer != Answer::withdrawn || !newer.form);
    RC_ASSERT(is_outdated(longer, longer.back(), last_day));
    RC_ASSERT(in_force_on(longer, last_day) == in_force_on(history, last_day));
}

RC_GTEST_PROP(ConsentProperties, an_objection_leaves_what_was_held_before_on_its_day, ()) {
    auto const history = any_history();
    auto objection = any_answer();
    objection.answer = *rc::gen::element(Answer::refused, Answer::withdrawn, Answer::decided_not_to);
    auto const day = objection.answered_on;
    for (auto const form : all_of<Form>()) {
        RC_ASSERT(
            in_force_until_objected(with(history, objection), form, day) ==
            in_force_until_objected(history, form, day)
        );
        if (in_force_to(history, form, day)) RC_ASSERT(in_force_until_objected(history, form, day));
    }
}

RC_GTEST_PROP(ConsentProperties, a_decision_not_to_always_stops, ()) {
    auto decision = any_answer();
    decision.by.reset();
    decision.answer = Answer::decided_not_to;
    auto const history = with(any_history(), decision);
    for (auto const form : all_of<Form>())
        if (is_about(decision, form))
            RC_ASSERT(standing_to(history, form, true, decision.answered_on) == Standing::refused);
}

RC_GTEST_PROP(ConsentProperties, an_answer_that_already_stands_changes_nothing, ()) {
    auto const history = any_history();
    RC_PRE(!history.empty());
    auto const again = said_anew(*rc::gen::elementOf(history), last_day);
    RC_PRE(objection_to(history, again, last_day) == Refusal::already_stands);
    auto const longer = with(history, again);
    for (int days = 0; days < 20; ++days)
        RC_ASSERT(
            standing_on(longer, true, first_day + days) == standing_on(history, true, first_day + days)
        );
}

RC_GTEST_PROP(ConsentProperties, an_answer_that_stood_already_on_its_day_changes_nothing_on_it, ()) {
    auto const history = any_history();
    RC_PRE(!history.empty());
    auto const again = said_anew(*rc::gen::elementOf(history), any_day());
    RC_PRE(objection_to(history, again, last_day) == Refusal::already_stands);
    auto const day = again.answered_on;
    RC_ASSERT(standing_on(with(history, again), true, day) == standing_on(history, true, day));
}

RC_GTEST_PROP(ConsentProperties, what_is_said_about_one_form_changes_nothing_about_the_other, ()) {
    auto const history = any_history();
    auto said = any_answer();
    said.form = Form::group;
    RC_PRE(said.answer != Answer::withdrawn);
    auto const day = any_day();
    RC_ASSERT(
        standing_to(with(history, said), Form::one_to_one, true, day) ==
        standing_to(history, Form::one_to_one, true, day)
    );
}

RC_GTEST_PROP(ConsentProperties, the_loss_of_a_say_never_puts_consent_in_force, ()) {
    auto history = any_history();
    RC_PRE(!history.empty());
    auto const day = any_day();
    RC_PRE(!in_force_on(history, day));
    auto const who = anyone();
    for (auto& received : history)
        if (received.by == who) received.has_a_say = false;
    RC_ASSERT(!in_force_on(history, day));
}

RC_GTEST_PROP(ConsentProperties, the_past_never_hears_of_a_later_answer, ()) {
    auto const history = any_history();
    auto const later = any_answer();
    auto const day = later.answered_on - 1;
    RC_ASSERT(standing_on(with(history, later), true, day) == standing_on(history, true, day));
}

RC_GTEST_PROP(ConsentProperties, a_decision_that_may_be_taken_decides, ()) {
    auto given = any_answer();
    given.by = anyone();
    given.answer = Answer::given;
    given.expires_on.reset();
    given.has_a_say = true;
    given.form = Form::group;
    auto const history = with(any_history(), given);
    auto decision = any_answer();
    decision.by.reset();
    decision.reason = "a reason";
    decision.form = Form::group;
    decision.answer = *rc::gen::element(Answer::decided_to_go_ahead, Answer::decided_not_to);
    decision.answered_on = last_day;
    RC_PRE(!objection_to(history, decision, last_day));
    RC_ASSERT(
        in_force_to(with(history, decision), Form::group, last_day) ==
        (decision.answer == Answer::decided_to_go_ahead)
    );
}

RC_GTEST_PROP(ConsentProperties, nothing_is_in_force_where_no_parents_latest_answer_agrees, ()) {
    // Of histories by chance alone, too few have consent in force.
    auto yes = any_answer();
    yes.by = anyone();
    yes.answer = Answer::given;
    auto const history = with(any_history(), yes);
    auto const day = any_day();
    RC_PRE(in_force_on(history, day));
    bool someone = false;
    for (auto const& received : history)
        for (auto const form : all_of<Form>())
            if (auto const* latest =
                    received.by ? latest_answer_of(history, *received.by, day, form) : nullptr)
                someone |= latest->answer == Answer::given && latest->has_a_say;
    RC_ASSERT(someone);
}

}  // namespace consent
