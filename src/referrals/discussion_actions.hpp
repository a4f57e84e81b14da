#pragma once

#include <string>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "cases/store.hpp"
#include "referrals/discussion.hpp"
#include "referrals/prioritisation.hpp"
#include "referrals/priority_rules.hpp"
#include "visits/visit.hpp"

namespace referrals {

// Records what was talked through. Going on takes the step; something else and no need now close the case.
Expected<void, FormErrors> discuss(
    Visit& visit, cases::store::Case const& the_case, DiscussionInput const& said
);

// Records what SENCo and nurture staff weighed, and takes the step.
Expected<void, std::string> prioritise(Visit& visit, CaseId const& the_case, PrioritisationInput const& said);

// What a suggestion for this case is worked out from today.
Weighing weighing_of(
    cases::Facts const& facts, PrioritisationInput const& said, std::optional<Date> waiting_since, Date today
);

}  // namespace referrals
