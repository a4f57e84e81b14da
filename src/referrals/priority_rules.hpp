#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "referrals/prioritisation.hpp"

namespace referrals {

// The parts of a priority, in the spec's words (R4).
enum class PartOfPriority { need, impact_on_learning, earlier_support, since_concern, waiting };
inline constexpr std::size_t parts_of_priority = 5;

// What a suggestion is worked out from.
struct Weighing {
    int need = 0;
    int impact_on_learning = 0;
    bool earlier_support = false;
    int days_since_concern = 0;
    int days_waiting = 0;
};

struct Points {
    PartOfPriority part{};
    int points = 0;
    int most = 0;
};

// A suggestion with its arithmetic in sight; people order the list.
struct Suggestion {
    std::array<Points, parts_of_priority> parts;

    int total() const;
    int most() const;
};

// Need counts three points a step and impact on learning two. A child who never had support gets two. Time
// counts a point for every four weeks: up to three since the first concern, up to six on the waiting list, so
// that nobody is forgotten.
Suggestion suggestion_for(Weighing const& weighing);

// "Need: 2 of 3, three points each"
std::string in_words(PartOfPriority part, Weighing const& weighing);
std::string_view name_of(PartOfPriority part);

// For each child its suggested place from 1: more points first, then the longer since the first concern;
// equal children share a place.
struct Ranked {
    int points = 0;
    int days_since_concern = 0;
};
std::vector<int> suggested_places(std::span<Ranked const> children);

}  // namespace referrals
