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
    received.route = decision ? Route::decision : Route::paper;
    received.reason = "a reason";
    received.answered_on = first_day + *rc::gen::inRange(0, 8);
    if (received.answer == Answer::given && *rc::gen::inRange(0, 3) == 0)
        received.expires_on = received.answered_on + *rc::gen::inRange(0, 8);
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

Date any_day() { return first_day + *rc::gen::inRange(0, 14); }

}  // namespace

RC_GTEST_PROP(ConsentProperties, a_withdrawal_always_stops, ()) {
    auto withdrawal = any_answer();
    withdrawal.by = anyone();
    withdrawal.answer = Answer::withdrawn;
    auto const history = with(any_history(), withdrawal);
    for (int days = 0; days < 20; ++days) RC_ASSERT(!in_force_on(history, withdrawal.answered_on + days));
}

RC_GTEST_PROP(ConsentProperties, a_decision_not_to_always_stops, ()) {
    auto decision = any_answer();
    decision.by.reset();
    decision.answer = Answer::decided_not_to;
    auto const history = with(any_history(), decision);
    RC_ASSERT(standing_on(history, true, decision.answered_on) == Standing::refused);
}

RC_GTEST_PROP(ConsentProperties, an_answer_that_already_stands_changes_nothing, ()) {
    auto const history = any_history();
    RC_PRE(!history.empty());
    auto again = *rc::gen::elementOf(history);
    again.answered_on = last_day;
    RC_PRE(objection_to(history, again, last_day) == Refusal::already_stands);
    auto const longer = with(history, again);
    for (int days = 0; days < 20; ++days)
        RC_ASSERT(
            standing_on(longer, true, first_day + days) == standing_on(history, true, first_day + days)
        );
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
    auto const history = with(any_history(), given);
    auto decision = any_answer();
    decision.by.reset();
    decision.reason = "a reason";
    decision.answer = *rc::gen::element(Answer::decided_to_go_ahead, Answer::decided_not_to);
    decision.answered_on = last_day;
    RC_PRE(!objection_to(history, decision, last_day));
    RC_ASSERT(
        in_force_on(with(history, decision), last_day) == (decision.answer == Answer::decided_to_go_ahead)
    );
}

RC_GTEST_PROP(ConsentProperties, nothing_is_in_force_where_no_parents_latest_answer_agrees, ()) {
    auto const history = any_history();
    auto const day = any_day();
    RC_PRE(in_force_on(history, day));
    bool someone = false;
    for (auto const& received : history)
        if (received.by)
            someone |= latest_answer_of(history, *received.by, day) &&
                       latest_answer_of(history, *received.by, day)->answer == Answer::given;
    RC_ASSERT(someone);
}

}  // namespace consent
