#pragma once

#include <string>

namespace need_to_know {

// What opens to every role with everything that somebody can be to a child, and every word: a part of the
// page docs/need-to-know.md. Each meeting of the three is held against the statement of the policy on the
// way.
std::string every_meeting();

}  // namespace need_to_know
