#pragma once

#include <string>

#include "base/expected.hpp"
#include "session_plans/session_plans.hpp"
#include "visits/visit.hpp"

namespace session_plans {

enum class Refusal { unknown_area, title_taken, gone, changed_meanwhile };
std::string in_words(Refusal refusal);

// A plan that everybody who plans sessions can begin with.
Expected<SessionPlanId, Refusal> add(Visit& visit, SessionPlanInput const& input);

// What sessions took from it before stays as it is.
Expected<void, Refusal> change(
    Visit& visit, SessionPlanId const& plan, SessionPlanInput const& input, int version
);

}  // namespace session_plans
