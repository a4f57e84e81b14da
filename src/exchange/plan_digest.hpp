#pragma once

#include <string>

#include "exchange/plan.hpp"
#include "exchange/staff_plan.hpp"

namespace exchange {

// One text for one plan, whoever looks at it: another where anything that stands or that will be saved by it
// is another, so that what is confirmed is what was looked at.
std::string digest_of(Plan const& plan);
std::string digest_of(StaffPlan const& plan);

}  // namespace exchange
