#pragma once

#include <optional>

#include "need_to_know/need_to_know.hpp"

namespace need_to_know {

// The word of this kind that opens the zone to this person today; none: nullptr. A child's no to somebody
// outweighs whatever reason that person gives.
Share const* shared_by(By by, Zone zone, visits::Who const& who, Child const& child);

// The child's yes that means this very person for how it goes, by name or in a circle; none: nullptr. To
// whoever has a duty by their role a yes is no more than that there is no objection: the headteacher gives a
// reason all the same. A door that was closed to somebody stays closed whatever circle they belong to.
Share const* agreed_with(visits::Who const& who, Child const& child);

// Until when this person has everything of the child open for safeguarding; empty where they have not (N4).
std::optional<Instant> overridden_until(visits::Who const& who, Child const& child);

// Whether a reason would open to this person how the child gets on, which is closed to them now: a
// headteacher's does, unless their door was closed (N2, N3).
bool a_reason_would_open(visits::Who const& who, Child child);

}  // namespace need_to_know
