#pragma once

#include <optional>
#include <span>
#include <vector>

#include "programmes/programmes.hpp"
#include "programmes/rules.hpp"
#include "programmes/session.hpp"

// A programme that has not started gets another first day, later or earlier, and its sessions move along.
namespace programmes {

// What bears on that.
struct LaterStart {
    State programme{};
    Date stands_on;  // the first day so far
    Date starts_on;
    Date today;
    bool school_day = false;
    bool days_left = false;  // the terms hold a day for every session
};
std::optional<Refusal> objection_to_starting_later(LaterStart const& later);

// The sessions that are still planned, the earliest first.
std::vector<Session> still_planned(std::span<Session const> sessions);

}  // namespace programmes
