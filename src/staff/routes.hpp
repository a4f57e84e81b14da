#pragma once

#include <string>

#include "visits/route.hpp"

namespace staff {

// Sends the link of an invitation to its person.
using SendInvitation = void (*)(Visit&, std::string const& address, std::string const& link);

http::Response post_invitation(Visit& visit, http::Request const& request, SendInvitation send);
Routes people_routes();

inline void by_hand(Visit&, std::string const&, std::string const&) {}

// Everything under /school/people. Messages stand above this room, so whoever wires the routes says how an
// invitation is sent: `staff::routes<messages::send_invitation>()`.
template <SendInvitation send = by_hand>
Routes routes() {
    auto routes = people_routes();
    routes.push_back(
        {"POST",
         "/school/people/{person}/invitation",
         Permission::run_school,
         [](Visit& visit, http::Request const& request) { return post_invitation(visit, request, send); }}
    );
    return routes;
}

}  // namespace staff
