#pragma once

#include <string>
#include <vector>

#include "change/weeks.hpp"

namespace change {

// What may be concluded, first: "Sam's weekly ratings are higher than before: …", or lower.
// Never what caused it.
std::string in_words(Weeks const& weeks, assessments::Direction better, std::string const& forename);

// The same in few words, for the chart of one scale among several.
std::string in_short(Weeks const& weeks);

// "Friendships: is this getting easier for Sam?"
std::string question_of(Series const& series, std::string const& forename);

// What weekly ratings don't say.
std::vector<std::string> what_weeks_do_not_say(std::string const& forename);

// The method and its source.
std::string_view method_of_weeks();

// Where nothing was rated before the programme.
std::string_view no_ratings_before();

}  // namespace change
