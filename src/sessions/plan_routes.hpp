#pragma once

#include "sessions/opened_routes.hpp"
#include "visits/route.hpp"

namespace sessions {

// Saves a plan by the version that the form was filled in against.
Expected<void, Refusal> write_plan_of_form(
    Visit& visit, http::Request const& request, Session const& before, std::string const& plan
);
// The page with the plan that another saved meanwhile.
http::Response beside_the_plan_of_another(Visit& visit, http::Request const& request, Opened const& opened);

// Plan, the SENCo's look at it, and who holds the session.
Routes plan_routes();

}  // namespace sessions
