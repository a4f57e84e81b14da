#pragma once

#include <array>
#include <string>
#include <string_view>

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
    Weighing weighing;
    std::array<Points, parts_of_priority> parts;

    int total() const;
    int most() const;
};

std::string_view name_of(PartOfPriority part);

// "2 of 3, three points each"
std::string in_words(PartOfPriority part, Weighing const& weighing);

}  // namespace referrals
