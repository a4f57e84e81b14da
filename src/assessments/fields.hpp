#pragma once

#include <array>
#include <string>
#include <string_view>

#include "assessments/instrument.hpp"

namespace assessments {

// The names of fields: "score-A", "item-3", "words-goal-1", "items-A", "low-A", "high-A", "areas-A";
// "stood.A" of what "areas-A" showed.
std::string score_field(std::string_view scale);
std::string item_field(int number);
std::string words_field(std::string_view scale);
std::string count_field(std::string_view scale);
std::string low_field(std::string_view scale);
std::string high_field(std::string_view scale);
// Those of mean, standard deviation and reliability: "mean-A", "spread-A", "reliability-A".
std::array<std::string, 3> precision_fields(std::string_view scale);
std::string areas_field(std::string_view scale);
std::string stood_field(std::string_view scale);

// "0 to 28"
std::string in_words(Range const& range);
// The same of a scale; of a sum, what it adds up.
std::string range_in_words(Instrument const& instrument, Scale const& scale);

}  // namespace assessments
