#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "journeys/journey.hpp"
#include "support/as_the_policy_says.hpp"
#include "visits/route.hpp"

namespace journeys {

// Somebody with a role, or two, and how they stand to one child.
struct Relation {
    std::string in_words;
    Person const* person = nullptr;
    support::Stands stands;
    support::Stands there = {};  // the same to the very session, programme or concern that an address names
    bool to_be_signed = true;    // the request that an address names
    bool was_told = false;       // of the override
    bool overrode = false;       // before, and it is over

    bool is(visits::Role role) const { return stands.holds(role); }
};

// What of the child an address is made of.
enum class Of {
    case_of_today,
    case_before,                 // that is closed
    case_before_with_none_since  // the same, on the day before the child has a case again
};

// Who finds something at a route about a child, beside the permission that it asks: said a second time, from
// how somebody stands to the child alone.
struct RouteOfAChild {
    std::string_view method;
    std::string_view path;
    bool (*opens)(Relation const&);
    Of of = Of::case_of_today;
};

// True where one of the path's {names} stands for something that is held about a child. A name that nobody
// thought of counts.
bool is_about_a_child(std::string_view path);

// Of a child whose case is closed, while there is none since: what leads on from there, and the check-ins of
// who keeps in touch.
std::vector<RouteOfAChild> const& routes_between_cases();

// All of them; nothing where the route is not among them.
std::vector<RouteOfAChild> const& routes_of_a_child();
RouteOfAChild const* said_of(Route const& route);

// What the policy opens to them of the child's case, whatever part they have in single sessions.
support::Sees what_opens_of_the_case(Relation const& relation);

// The headteacher signs what is given out, and reads for it what was prepared.
bool reads_the_request(Relation const& who);

// Whoever answers for safeguarding looks into every override, as the headteacher does; and who was told of
// one or overrode looks into theirs.
bool reads_overrides(Relation const& who);

// Whether this person finds something there.
bool opens(Route const& route, RouteOfAChild const& said, Relation const& relation);

}  // namespace journeys
