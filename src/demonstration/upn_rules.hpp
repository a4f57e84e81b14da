#pragma once

#include <cstddef>
#include <string>

#include "demonstration/size.hpp"

namespace demonstration {

// A number that no child has, since no authority of England has a number from 990 on. Within `most_schools`
// and `most_pupils` no two are alike.
std::string made_up_upn(int school, std::size_t pupil, int joined_in);

}  // namespace demonstration
