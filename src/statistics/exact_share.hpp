#pragma once

#include "statistics/refusal.hpp"

namespace statistics {

struct ShareInterval {
    double low = 0;
    double high = 1;
};

// Between which shares the true one lies, of which `count` of `all` were seen: Clopper and Pearson 1934
// (Biometrika 26:404-413), which covers the level or more. Shares lie between 0 and 1. Refuses invalid_count
// (a count below 0 or above all, or nobody) and invalid_level.
Result<ShareInterval> exact_share(int count, int all, double level = 0.95);

}  // namespace statistics
