#include <algorithm>

#include "cases/status_rules.hpp"
#include "consent/rules.hpp"

// Where a case stands by its consent.
namespace cases {
namespace {

using consent::Standing;

Status awaiting_answer(Facts const& facts, Step next) {
    auto const asked_on = facts.last_asked_on.value_or(day_of(facts, Step::letter));
    return {
        Stage::awaiting_answer,
        "Waiting for a parent's answer, asked" + on(asked_on) + ".",
        next,
        Owner::parent,
        asked_on + pace::answer_after_asking};
}

// A yes to a group is none to support one to one: the letter that asks about the other form waits for its
// own.
bool agreed_to_what_was_asked(Facts const& facts, Date today) {
    return !facts.last_asked_form || consent::covers(facts.answers, *facts.last_asked_form, today);
}

Status awaiting_another_yes(Facts const& facts, Step next) {
    return {
        Stage::awaiting_answer,
        "Waiting for a parent's answer about " + std::string(as_said(*facts.last_asked_form)) + ", asked" +
            on(*facts.last_asked_on) + ". What was agreed to is the other form.",
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

Status expired(Facts const& facts, Step next, Date today) {
    if (!consent::without_a_say(facts.answers, today).empty()) return without_a_say(facts, next, today);
    auto const until = *consent::holds_until(facts.answers, today);
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
Status held_up(Facts const& facts, Standing standing_now, Step next, Date today) {
    auto const due = last_news_on(facts) + pace::decision_after_answer;
    switch (standing_now) {
        case Standing::not_asked:
        case Standing::asked: return awaiting_answer(facts, next);
        case Standing::expired: return expired(facts, next, today);
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
                Owner::senco,
                due};
        case Standing::withdrawn:
            return {
                Stage::stopped,
                "Consent was withdrawn, so no session may be held.",
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

// The child stays in the place, and no session may be held with it.
Status agreed_to_the_other(Facts const& facts, Step next) {
    auto const because =
        std::string(consent::that_the_yes_is_to_the_other(*facts.form)) + ", so no session may be held.";
    if (facts.last_asked_form == facts.form)
        return {
            Stage::awaiting_answer,
            because + " A parent was asked about this form" + on(*facts.last_asked_on) + ".",
            next,
            Owner::parent,
            *facts.last_asked_on + pace::answer_after_asking};
    return {
        Stage::consent_to_note,
        because,
        next,
        Owner::senco,
        last_news_on(facts) + pace::decision_after_answer};
}

}  // namespace

std::optional<Status> held_up_by_consent(Facts const& facts, Step reached, Date today) {
    bool const placed = reached >= Step::allocation;
    auto const standing_now = consent_of(facts, today);
    auto const next = static_cast<Step>(static_cast<int>(reached) + 1);
    if (!placed && standing_now == Standing::given && !agreed_to_what_was_asked(facts, today))
        return awaiting_another_yes(facts, next);
    if (reached == Step::letter || standing_now != Standing::given)
        return held_up(facts, standing_now, next, today);
    if (placed && facts.form && !consent::covers(facts.answers, *facts.form, today))
        return agreed_to_the_other(facts, next);
    return std::nullopt;
}

std::optional<Renewal> renewal_of(Facts const& facts, Date today) {
    auto const* const last = furthest(facts.steps);
    bool const matters = last && last->step >= Step::consent && last->step <= Step::start;
    if (facts.closed_at || !matters || (last->step >= Step::allocation && ended_early(facts)) ||
        consent_of(facts, today) != Standing::given)
        return std::nullopt;
    auto const until = consent::holds_until(facts.answers, today);
    if (!until || *until - consent::days_to_ask_again > today) return std::nullopt;
    return Renewal{*until, asked_anew(facts, *until)};
}

}  // namespace cases
