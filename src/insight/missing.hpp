#pragma once

#include <string>
#include <vector>

namespace insight {

// What is on record of a year's support before its figures are made for good. Whoever makes them works on
// these cases, and reads it as it is.
struct OnRecord {
    int supported = 0;
    int measured = 0;       // twice, by their own targets
    int still_there = 0;    // whose programme of the year has not ended
    int reviews_open = 0;   // impact reviews of programmes that were completed
    int sessions_open = 0;  // neither on the register nor said not to have been held
};

// "12 of 30 children with support were measured twice."; then each thing that is missing, in a sentence.
std::vector<std::string> in_words(OnRecord const& on_record);

// Whether anything could still be entered.
bool is_something_missing(OnRecord const& on_record);

}  // namespace insight
