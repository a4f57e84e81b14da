#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/words.hpp"

namespace pupils {

// The main groups of the national census, and that somebody was asked and did not say. Nothing finer is kept.
enum class Ethnicity { asian, black, mixed, white, other, not_said };
constexpr auto words(Ethnicity) {
    return std::array{"asian", "black", "mixed", "white", "other", "not said"};
}
std::string_view in_words(Ethnicity ethnicity);

// "Asian" for a pupil's word of it; "Not on record" for no such word.
std::string ethnicity_in_words(std::string_view word);

// "Pupil premium" for "yes", "No pupil premium" for "no", else "Not on record".
std::string pupil_premium_in_words(std::string_view yes_or_no);

}  // namespace pupils
