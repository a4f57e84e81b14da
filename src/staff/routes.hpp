#pragma once

#include <string>

#include "visits/route.hpp"

namespace staff {

// Sends the link of an invitation to its person.
using SendInvitation = void (*)(Visit&, std::string const& address, std::string const& link);

// Tells a person's old address that it was changed.
using TellOldAddress = void (*)(Visit&, std::string const& address);

// Tells a person what was done to their role or account.
using TellPerson = void (*)(Visit&, std::string const& address, std::string const& what);

http::Response post_invitation(Visit& visit, http::Request const& request, SendInvitation send);
http::Response post_change(Visit& visit, http::Request const& request, TellOldAddress tell);
http::Response post_end(Visit& visit, http::Request const& request, TellPerson tell);
http::Response post_leaving(Visit& visit, http::Request const& request, TellPerson tell);
Routes people_routes();

inline void by_hand(Visit&, std::string const&, std::string const&) {}
inline void by_mouth(Visit&, std::string const&) {}

// Everything under /school/people. Messages stand above this room, so whoever wires the routes says how an
// invitation is sent, and an old address and a person told:
// `staff::routes<messages::send_invitation, messages::tell_old_address, messages::tell_person>()`.
template <SendInvitation send = by_hand, TellOldAddress tell = by_mouth, TellPerson tell_person = by_hand>
Routes routes() {
    auto routes = people_routes();
    routes.push_back(visits::fresh(
        {"POST",
         "/school/people/{person}/invitation",
         Permission::run_school,
         [](Visit& visit, http::Request const& request) { return post_invitation(visit, request, send); }}
    ));
    routes.push_back(visits::fresh(
        {"POST",
         "/school/people/{person}/change",
         Permission::run_school,
         [](Visit& visit, http::Request const& request) { return post_change(visit, request, tell); }}
    ));
    routes.push_back(visits::fresh(
        {"POST",
         "/school/people/{person}/roles/{role}/end",
         Permission::run_school,
         [](Visit& visit, http::Request const& request) { return post_end(visit, request, tell_person); }}
    ));
    routes.push_back(visits::fresh(
        {"POST",
         "/school/people/{person}/leaving",
         Permission::run_school,
         [](Visit& visit, http::Request const& request) { return post_leaving(visit, request, tell_person); }}
    ));
    return routes;
}

}  // namespace staff
