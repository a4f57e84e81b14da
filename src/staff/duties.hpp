#pragma once

#include <string_view>

#include "visits/role.hpp"

namespace staff {

// What somebody in this role does in Withy and sees there, in a sentence or two.
std::string_view duties_of(visits::Role role);

}  // namespace staff
