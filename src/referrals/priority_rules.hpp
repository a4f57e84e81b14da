#pragma once

#include <span>
#include <vector>

#include "referrals/priority.hpp"

namespace referrals {

// Need counts three points a step and impact on learning two. A child who never had support gets two. Time
// counts a point for every four weeks: up to three since the first concern, up to six on the waiting list, so
// that nobody is forgotten.
Suggestion suggestion_for(Weighing const& weighing);

// For each child its suggested place from 1: more points first, then the longer since the first concern;
// equal children share a place.
struct Ranked {
    int points = 0;
    int days_since_concern = 0;
};
std::vector<int> suggested_places(std::span<Ranked const> children);

}  // namespace referrals
