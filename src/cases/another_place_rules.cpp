#include "cases/another_place_rules.hpp"

#include <algorithm>

#include "cases/status_rules.hpp"
#include "consent/rules.hpp"

namespace cases {

bool may_have_another_place(Facts const& facts, Date today) {
    auto const* const last = furthest(facts.steps);
    bool const placed = last && (last->step == Step::allocation || last->step == Step::start);
    return placed && !facts.closed_at && ended_early(facts) && facts.place_ended != EndReason::left_school &&
           consent::in_force_on(facts.answers, today);
}

bool is_to_have_another_place(Facts const& facts, Date today) {
    bool const follows =
        facts.place_ended == EndReason::consent_withdrawn || facts.place_ended == EndReason::moved_programme;
    return follows && may_have_another_place(facts, today);
}

Status to_place_again(Facts const& facts, Date today) {
    auto const ended_on = facts.place_ended_on.value_or(last_news_on(facts));
    auto const since =
        std::max(ended_on, consent::in_force_since(facts.answers, std::nullopt, today).value_or(ended_on));
    bool const withdrawn = facts.place_ended == EndReason::consent_withdrawn;
    return {
        Stage::to_allocate,
        withdrawn ? "Consent is in force again since " + calendar::in_words(since) +
                        ". Another place in a programme is to be found."
                  : "The place ended" + on(ended_on) + ". A place in another programme is to be found.",
        Step::allocation,
        Owner::senco,
        since + pace::allocation_after_consent};
}

}  // namespace cases
