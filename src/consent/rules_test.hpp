#pragma once

#include <optional>
#include <vector>

#include "consent/rules.hpp"

namespace consent {

// What two parents and the school say in tests of the rules.
inline auto const mother = *ContactId::parse("0190b6e0-0000-7000-8000-00000000000a");
inline auto const father = *ContactId::parse("0190b6e0-0000-7000-8000-00000000000b");
inline auto const today = *calendar::parse_iso("2026-05-12");
inline auto const yesterday = today - 1;

inline Received says(std::optional<ContactId> who, Answer answer, Date on = today) {
    return {
        .number = 0,
        .by = who,
        .answer = answer,
        .route = Route::paper,
        .answered_on = on,
        .received_at = {},
        .recorded_by = {},
        .witness = {},
        .reason = "a reason",
        .expires_on = {}};
}

inline Received decides(Answer answer) { return says({}, answer); }

inline Received until(Received given, Date day) {
    given.expires_on = day;
    return given;
}

inline Received about(std::optional<Form> form, Received said) {
    said.form = form;
    return said;
}

inline Received with_no_say(Received said) {
    said.has_a_say = false;
    return said;
}

inline std::vector<Received> numbered(std::vector<Received> history) {
    int number = 0;
    for (auto& received : history) received.number = ++number;
    return history;
}

}  // namespace consent
