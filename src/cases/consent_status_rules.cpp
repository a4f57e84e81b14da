#include <algorithm>

#include "cases/status_rules.hpp"
#include "consent/rules.hpp"

// Where a case stands by its consent.
namespace cases {
namespace {

using consent::Standing;

Status awaiting_answer(Facts const& facts, Step next) {
    auto const made_on = facts.last_asked_on.value_or(day_of(facts, Step::letter));
    auto const asked_on = facts.last_went_on.value_or(made_on);
    if (facts.letters_wait)
        return {
            Stage::awaiting_answer,
            "Letter made" + on(made_on) + ". It is to be printed and handed over; then a parent answers.",
            next,
            Owner::senco,
            made_on + pace::handing_over_after_letter};
    return {
        Stage::awaiting_answer,
        "Waiting for a parent's answer, asked" + on(asked_on) + ".",
        next,
        Owner::parent,
        asked_on + pace::answer_after_asking};
}

// The form of the programme in which the child has a place, or else the one that was asked about last.
std::optional<consent::Form> form_in_question(Facts const& facts, bool placed) {
    return placed ? facts.form : facts.last_asked_form;
}

Standing standing_in_question(Facts const& facts, bool placed, Date today) {
    auto const form = form_in_question(facts, placed);
    return form ? consent::standing_to(facts.answers, *form, facts.last_asked_on.has_value(), today)
                : consent_of(facts, today);
}

bool is_unanswered(Standing standing) {
    return standing == Standing::asked || standing == Standing::not_asked;
}
bool is_a_no(Standing standing) { return standing == Standing::refused || standing == Standing::withdrawn; }

// A yes to the one form stands while the letter about the other waits for its own.
Status awaiting_another_yes(Facts const& facts, Step next) {
    return {
        Stage::awaiting_answer,
        "Waiting for a parent's answer about " + std::string(as_said(*facts.last_asked_form)) + ", asked" +
            on(*facts.last_asked_on) + ". The yes to " + the_other(*facts.last_asked_form) + " stands.",
        next,
        Owner::parent,
        *facts.last_asked_on + pace::answer_after_asking};
}

// A reminder to one parent, months before the other's yes runs out, asks nobody for a new one.
bool asked_anew(Facts const& facts, Date holds_until) {
    if (!facts.last_asked_on || *facts.last_asked_on < holds_until - consent::days_to_ask_again) return false;
    return std::ranges::none_of(facts.answers, [&](consent::Received const& received) {
        return received.expires_on == holds_until && received.answered_on >= *facts.last_asked_on;
    });
}

// The school hears of it today, whenever it came about, and sessions have stopped.
Status without_a_say(Facts const& facts, Step next, Date today) {
    std::string const because = "Consent came from somebody who has no say for the child any more";
    Date agreed_on;
    for (auto const& received : facts.answers)
        if (!received.has_a_say) agreed_on = std::max(agreed_on, received.answered_on);
    if (facts.last_asked_on && *facts.last_asked_on > agreed_on)
        return {
            Stage::consent_expired,
            because + ". A parent or carer was asked" + on(*facts.last_asked_on) + ".",
            next,
            Owner::parent,
            *facts.last_asked_on + pace::answer_after_asking};
    return {
        Stage::consent_expired,
        because + ", so no session may be held. Another parent or carer is to be asked.",
        next,
        Owner::senco,
        today};
}

Status expired(Facts const& facts, std::optional<consent::Form> form, Step next, Date today) {
    auto const held =
        form ? consent::holds_until(facts.answers, *form, today) : consent::holds_until(facts.answers, today);
    if (!held || !consent::without_a_say(facts.answers, today).empty())
        return without_a_say(facts, next, today);
    auto const until = *held;
    auto const ran_out = "Consent expired: it held until " + calendar::in_words(until);
    if (asked_anew(facts, until))
        return {
            Stage::consent_expired,
            ran_out + ". A parent was asked again" + on(*facts.last_asked_on) + ".",
            next,
            Owner::parent,
            *facts.last_asked_on + pace::answer_after_asking};
    return {
        Stage::consent_expired,
        ran_out + ". The parents are to be asked again.",
        next,
        Owner::senco,
        until + pace::decision_after_answer};
}

// What holds a case up that has reached the letter, where consent is not in force.
Status held_up(
    Facts const& facts, Standing standing_now, std::optional<consent::Form> form, Step next, Date today
) {
    auto const due = last_news_on(facts) + pace::decision_after_answer;
    switch (standing_now) {
        case Standing::not_asked:
        case Standing::asked: return awaiting_answer(facts, next);
        case Standing::expired: return expired(facts, form, next, today);
        case Standing::refused:
            return {
                Stage::consent_refused,
                "Consent was refused, so sessions can't start.",
                std::nullopt,
                Owner::senco,
                due};
        case Standing::in_dispute:
            return {
                Stage::in_dispute,
                "One parent agrees and another does not, so it is to be decided with a reason.",
                next,
                Owner::senco_or_headteacher,
                due};
        case Standing::withdrawn:
            return {
                Stage::stopped,
                that_consent_was_withdrawn(facts, ", so no session may be held.", today),
                std::nullopt,
                Owner::senco,
                due};
        case Standing::given: break;
    }
    return {
        Stage::consent_to_note,
        "Consent is in force by the answers on record. They are to be looked at again, and noted.",
        next,
        Owner::senco,
        due};
}

}  // namespace

std::string that_consent_was_withdrawn(Facts const& facts, std::string_view so, Date today) {
    auto const* const withdrawal = consent::latest_withdrawal(facts.answers, today);
    if (!withdrawal) return {};
    bool const another_agrees = std::ranges::any_of(all_of<consent::Form>(), [&](consent::Form form) {
        return !consent::withdrawals(facts.answers, form, today).empty() &&
               !consent::who_agrees(facts.answers, form, today).empty();
    });
    return "Consent was withdrawn" + on(withdrawal->answered_on) + std::string(so) +
           (another_agrees ? " Another parent's yes stands." : "");
}

std::string what_consent_needs_before(Facts const& facts, Date session_on, Date today) {
    auto const until = facts.form ? consent::holds_until(facts.answers, *facts.form, today)
                                  : consent::holds_until(facts.answers, today);
    if (!until || *until < today || session_on <= *until) return {};
    auto const ends = " Consent holds until " + calendar::in_words(*until) + ". ";
    auto const before = " before the session" + on(session_on) + ".";
    if (asked_anew(facts, *until))
        return ends + "A parent was asked again" + on(*facts.last_asked_on) + ", and is to agree" + before;
    return ends + "The parents are to be asked again, and one is to agree," + before;
}

std::string the_other(consent::Form form) {
    return std::string(
        as_said(form == consent::Form::group ? consent::Form::one_to_one : consent::Form::group)
    );
}

bool is_to_the_other_alone(Facts const& facts, Date today) {
    return facts.last_asked_form && consent::is_to_the_other(facts.answers, *facts.last_asked_form, today);
}

std::optional<Status> held_up_by_consent(Facts const& facts, Step reached, Date today) {
    bool const placed = reached >= Step::allocation;
    auto standing_now = standing_in_question(facts, placed, today);
    auto const next = static_cast<Step>(static_cast<int>(reached) + 1);
    bool const to_the_other = !placed && is_to_the_other_alone(facts, today);
    if (to_the_other && is_unanswered(standing_now)) return awaiting_another_yes(facts, next);
    if (to_the_other && is_a_no(standing_now)) standing_now = Standing::given;
    if (reached == Step::letter || standing_now != Standing::given)
        return held_up(facts, standing_now, form_in_question(facts, placed), next, today);
    return std::nullopt;
}

std::optional<Renewal> renewal_of(Facts const& facts, Date today) {
    auto const* const last = furthest(facts.steps);
    bool const matters = last && last->step >= Step::consent && last->step <= Step::start;
    if (facts.closed_at || !matters || (last->step >= Step::allocation && ended_early(facts)) ||
        consent_of(facts, today) != Standing::given)
        return std::nullopt;
    bool const placed = last->step >= Step::allocation && facts.form;
    auto const until = placed ? consent::holds_until(facts.answers, *facts.form, today)
                              : consent::holds_until(facts.answers, today);
    if (!until || *until - consent::days_to_ask_again > today) return std::nullopt;
    return Renewal{*until, asked_anew(facts, *until)};
}

}  // namespace cases
