#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "programmes/programmes.hpp"
#include "programmes/rules.hpp"
#include "programmes/session.hpp"

// A programme gets another deliverer, room, weekday or time from a day on.
namespace programmes {

// What bears on such a change.
struct ChangingDelivery {
    State programme{};
    Date from_on;
    Date today;
    bool changes_something = false;
    bool another_deliverer = false;
    bool works_here = false;  // the new deliverer, as a Nurture Assistant, on the first day
    bool trained = false;     // the new deliverer, on the first day (P2)
    bool days_left = false;   // the terms hold a day for every session
};
std::optional<Refusal> objection_to_changing(ChangingDelivery const& change);

bool changes_something(Programme const& programme, NewDelivery const& input);

// The session that tells how one on the day is held, where a change of the programme is still to come then:
// the nearest between the change before the day and the one after it. Empty where none is to come, or no
// session lies there.
std::optional<Session> session_beside(
    std::span<Session const> sessions, std::span<Date const> changes, Date day
);

// The sessions that are still planned from the day on, as they are to be held; on another weekday each week's
// moves within the terms. Empty where the terms end before the last.
std::optional<std::vector<Session>> moved_sessions(
    Programme const& programme,
    std::span<Session const> sessions,
    NewDelivery const& input,
    std::span<schools::Term const> terms,
    std::span<schools::Closure const> closures
);

// The sessions' numbers and new days, as the programme's record keeps them.
std::string days_in_words(std::span<Session const> moved);

}  // namespace programmes
