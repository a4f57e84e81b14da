#pragma once

#include "base/expected.hpp"
#include "programmes/programmes.hpp"
#include "programmes/rules.hpp"
#include "visits/visit.hpp"

namespace programmes {

// Gives the programme another deliverer, room, weekday or time from a day on, with a reason. Sessions from
// then on follow; those before stay with whom they were.
Expected<void, Refusal> change_delivery(Visit& visit, ProgrammeId const& programme, NewDelivery const& input);

}  // namespace programmes
