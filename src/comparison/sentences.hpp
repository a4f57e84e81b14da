#pragma once

#include <string>
#include <vector>

#include "comparison/comparison.hpp"

namespace comparison {

// The one sentence that comes first: "Of 100 ordinary pupils, about 2 are as far below their own class as Sam
// is below this one in behaviour."
std::string first_sentence(Comparison const& comparison, std::string const& forename);

// What may be concluded: "That is unusual." Empty where nothing is claimed.
std::string what_it_means(Comparison const& comparison);

// What the sentence counts pupils by: the concern index in one sentence. Empty where the claim rests on
// something else.
std::string what_is_counted(Comparison const& comparison, std::string const& forename);

// What of the cautions bears on the sentence itself, to stand beside it.
std::vector<std::string> warnings(Comparison const& comparison, std::string const& forename);

// "28 of 29 classmates score higher than Sam."
std::string beside_classmates(Beside const& one, std::string const& forename);

// The figure and its interval, where the claim rests on this measure: "1.9 standard deviations below the
// classmates (from 0.9 to 2.9)." Empty where it does not.
std::string with_interval(Beside const& one);

// Beside other classes: how many ordinary pupils are as far, the child counted in and not, and what share of
// all may be, with its interval. Empty where the claim rests on something else.
std::string share_in_words(Comparison const& comparison, std::string const& forename);

// What the figures do not say, the cautions first.
std::vector<std::string> what_it_does_not_say(Comparison const& comparison, std::string const& forename);

// The method and its source.
std::string method_in_words(Comparison const& comparison);

// How many of the ordinary pupils of other classes are as far as one whose share is p, who is counted in.
int as_far_as(double p, int reference_pupils);

// A share as people count, with its verb: "Of 100 ordinary pupils, about 2 are". Where it is rarer than one
// in a hundred they are counted one by one, since a rounder figure would look more exact than it is: "None of
// 230 ordinary pupils of other classes is".
std::string counted_pupils(double p, int reference_pupils);

// "in behaviour", "in achievement and in progress": the measures that make a distance alone.
std::string in_measures(std::vector<Measure> const& measures);

// "measured on Tuesday 17 November 2026"; of what was taken on several days, that each pupil's latest score
// counts. Without days the last one.
std::string measured_in_words(std::vector<Date> const& days, Date last);

// "2", "96.5": a score as people write it.
std::string score_in_words(int hundredths);

}  // namespace comparison
