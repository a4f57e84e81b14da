#pragma once

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "session_plans/session_plans.hpp"

namespace session_plans::forms {

Expected<SessionPlanInput, FormErrors> plan(Fields const& fields);

// The version that the form was filled in against; 0 where it carries none.
int version(Fields const& fields);

// A plan as its form shows it.
Fields typed(SessionPlan const& plan);

}  // namespace session_plans::forms
