#pragma once

#include <string>
#include <vector>

#include "comparison/comparison.hpp"

namespace comparison {

// The one sentence that comes first: "Of 100 ordinary pupils, about 2 are as far below their own class as Sam
// is below this one."
std::string first_sentence(Comparison const& comparison, std::string const& forename);

// What may be concluded: "That is unusual." Empty where nothing is claimed.
std::string what_it_means(Comparison const& comparison);

// "28 of 29 classmates score higher than Sam."
std::string beside_classmates(Beside const& one, std::string const& forename);

// The figure and its interval, where the claim rests on this measure: "1.9 standard deviations below the
// classmates (from 0.9 to 2.9)." Empty where it does not.
std::string with_interval(Beside const& one);

// Beside other classes: how many ordinary pupils are as far, and what share of all may be, with its interval.
// Empty where the claim rests on something else.
std::string share_in_words(Comparison const& comparison);

// What the figures do not say, the cautions first.
std::vector<std::string> what_it_does_not_say(Comparison const& comparison, std::string const& forename);

// The method and its source.
std::string method_in_words(Comparison const& comparison);

// A probability as people count: "Of 100 ordinary pupils, about 2", of 1,000 where it is rarer than one in a
// hundred; and whether about one is meant.
std::string counted_pupils(double p);
bool is_one(double p);

// "2", "96.5": a score as people write it.
std::string score_in_words(int hundredths);

}  // namespace comparison
