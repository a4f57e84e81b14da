#pragma once

#include <string>
#include <vector>

namespace insight {

// What is on record of a year's support before its figures are made for good, exactly: counts of one to four
// too. They are for who coordinates alone, who works on these cases; beside a year's figures they would tell
// anybody else what the figures leave out.
struct OnRecord {
    int supported = 0;
    int measured = 0;       // twice, by their own targets
    int still_there = 0;    // whose programme of the year has not ended
    int reviews_open = 0;   // impact reviews of programmes that were completed
    int sessions_open = 0;  // neither on the register nor said not to have been held
};

// "12 of 30 children with support were measured twice."; then each thing that is missing, in a sentence.
std::vector<std::string> in_words(OnRecord const& on_record);

// For who does not work on the cases: whether anything is missing, without a count.
std::vector<std::string> without_counts(OnRecord const& on_record);

// Whether anything could still be entered.
bool is_something_missing(OnRecord const& on_record);

}  // namespace insight
