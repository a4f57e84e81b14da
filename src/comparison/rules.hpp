#pragma once

#include <span>
#include <vector>

#include "comparison/comparison.hpp"
#include "comparison/reference_rules.hpp"
#include "schools/schools.hpp"

namespace comparison {

// What other classes must be to say how unusual a pupil is whom somebody named.
inline constexpr Needed reference_for_one{.pupils = 100, .classes = 5};
// With fewer classmates than ten a reader is warned.
inline constexpr int few_classmates = 10;
// In a smaller class the lowest of all is no rarer than one in nineteen.
inline constexpr int fewest_for_a_rank = 20;

// Chooses the method for the data at hand, by the kind of scale and by what others there are, never by what
// the scores say: other classes where there are enough; else the classmates' spread on scales that bear one;
// else the rank of all ratings together; else no claim. Every caution that bears on it is named.
Comparison compared(InClass const& in_class, std::span<OtherClass const> others);

// The same scores without a claim, for a child about whom nobody was worried before looking.
Comparison without_a_claim(Comparison comparison);

// The term of the day in its school year and in the two before, in which other classes are measured to be
// comparable: by the same days of the year. Where the day lies in no term, six weeks to either side.
std::vector<schools::Period> same_time_of_year(std::span<schools::Term const> terms, Date day);

// The year groups whose classes are comparable with one of this: a key stage. Empty for a class without a
// year group.
std::vector<std::string> same_stage(std::string const& year_group);

}  // namespace comparison
