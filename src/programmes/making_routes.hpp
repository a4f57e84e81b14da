#pragma once

#include <string>

#include "programmes/rules.hpp"
#include "visits/route.hpp"

namespace programmes {

// The field that the refusal stands beside; "main" where no field can mend it.
std::string field_of(Refusal refusal);

// Making a programme.
Routes making_routes();

}  // namespace programmes
