#pragma once

#include <vector>

namespace statistics {

// The value in the middle; of an even number the mean of the two in the middle, rounded towards zero. Of one
// or more.
int median(std::vector<int> values);

}  // namespace statistics
