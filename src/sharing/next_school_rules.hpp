#pragma once

#include <span>

#include "sharing/next_school.hpp"

namespace sharing {

// Whether this goes to the next school: where the child's latest word is yes, and they understand what that
// means. The words stand with the latest first.
bool may_go(OwnWords own, std::span<NextSchoolWord const> words);

}  // namespace sharing
