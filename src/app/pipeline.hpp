#pragma once

#include "app/answered.hpp"
#include "app/route_table.hpp"
#include "app/settings.hpp"
#include "base/expected.hpp"
#include "db/connection.hpp"
#include "http/message.hpp"

namespace app {

// One request on its way: which route it found, and what its form held.
struct Request : http::Request {
    Route const* route = nullptr;
    std::string token_hash;  // of the sign-in's cookie; empty without one
    std::string csrf;        // the secret that this sign-in's forms carry, before masking
};

// Finds the route and the sign-in's cookie, by the headers alone. A refusal to go on, such as 404, is the
// answer itself.
Expected<Request, http::Response> addressed(RouteTable const& routes, http::Request request);

// The same, and reads the form. A refusal to go on, such as 404 or a broken form, is the answer itself.
Expected<Request, http::Response> received(RouteTable const& routes, http::Request request);

// The answer to who may not ask for this: to sign in first, or that nothing is here.
std::optional<Answered> refused(
    db::Connection& db, Settings const& settings, Request const& request, Instant now
);

// In a transaction for reading: asks about words that read like a disclosure, before any is opened that
// writes; else runs the route's preparation, if it has one. Empty: the form is to be handled.
std::optional<Answered> prepare(db::Connection& db, Settings const& settings, Request& request, Instant now);

// Answers within the open transaction: person, permission, guard, handler. Throws where the database refuses.
Answered answered(db::Connection& db, Settings const& settings, Request const& request, Instant now);
// The same, the answer alone.
http::Response answer(db::Connection& db, Settings const& settings, Request const& request, Instant now);

}  // namespace app
