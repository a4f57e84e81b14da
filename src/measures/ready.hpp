#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/words.hpp"
#include "measures/measures.hpp"

namespace measures {

// Measures that a school can take as they are.
enum class Ready {
    working_at,
    standardised_score,
    progress_since,
    behaviour_for_learning,
    five_ratings_of_behaviour
};
constexpr auto words(Ready) {
    return std::array{
        "working_at",
        "standardised_score",
        "progress_since",
        "behaviour_for_learning",
        "five_ratings_of_behaviour"};
}

Definition definition_of(Ready ready);

// What each end of the scale means, for who enters scores: "1 is well below what is expected for the age, 5
// well above".
std::string_view explained(Ready ready);

// What the definition's scores mean: in the school's own words, else as the ready measure says it. Empty
// where neither does.
std::string meaning_of(Definition const& definition);

// The ready measure that the definition is; none where the school has defined its own.
std::optional<Ready> ready_one(Definition const& definition);

}  // namespace measures
