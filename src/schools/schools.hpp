#pragma once

#include <optional>
#include <string>
#include <tuple>

#include "base/calendar.hpp"
#include "base/id.hpp"

namespace schools {

using TermId = Id<struct TermTag>;
using ClosureId = Id<struct ClosureTag>;
using RoomId = Id<struct RoomTag>;
using PolicyVersionId = Id<struct PolicyVersionTag>;

struct Term {
    TermId id;
    std::string name;
    Date starts_on;
    Date ends_on;
    auto columns() { return std::tie(id, name, starts_on, ends_on); }
};

// Days within a term on which there is no school: a bank holiday, a half term, a training day.
struct Closure {
    ClosureId id;
    std::string name;
    Date starts_on;
    Date ends_on;
    auto columns() { return std::tie(id, name, starts_on, ends_on); }
};

struct Room {
    RoomId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

// The policy's numbers, in force from a day on (Y1). Defaults are the published policy's own.
struct PolicyVersion {
    PolicyVersionId id;
    std::string number;
    Date in_force_from_on;
    int group_least = 4;
    int group_most = 6;
    int weeks_least = 6;
    int weeks_most = 8;
    int impact_opens_weeks = 4;
    int impact_closes_weeks = 6;
    auto columns() {
        return std::tie(
            id,
            number,
            in_force_from_on,
            group_least,
            group_most,
            weeks_least,
            weeks_most,
            impact_opens_weeks,
            impact_closes_weeks
        );
    }
};

}  // namespace schools
