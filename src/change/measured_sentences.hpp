#pragma once

#include <string>
#include <vector>

#include "change/measured.hpp"

namespace change {

// "Sam’s Friendships score went up by more than the questionnaire’s wobble." or that it could be the wobble,
// or why it cannot be told.
std::string in_words(ScaleMoved const& scale, std::string const& forename);

// "more than the wobble", "could be the wobble" or "cannot tell": of what lies beyond the score that
// regression to the mean alone leads to.
std::string_view beyond_the_drift(ScaleMoved const& scale);

// "Attention: reliable change index 4.43, beyond the drift 3.60; less than 3.1 points are wobble." Empty
// where there are no figures.
std::string figures_in_words(ScaleMoved const& scale);

// "15.2", "8": to a tenth.
std::string points_in_words(double points);
// "+4", "-2", "0"
std::string signed_points(double points);

// "On entry, 5 May 2026, to the end, 14 July 2026: 70 days between, rated by Priya Nair both times."
std::string in_words(Stretch const& stretch);

// "At the end of support, 14 July 2026, the Nurture Assistant rated too (Maria Duarte): …"
std::string another_view_in_words(assessments::Assessment const& one);

// How the child and the classmates moved.
std::string in_words(ClassDrift const& drift, std::string const& forename);

// "Calm: +0.6 on average (95 % interval −0.5 to +1.7), of 5 children, with 14 days between …"
std::string in_words(Waited const& waited, std::string const& label);

std::vector<std::string> what_change_does_not_say(std::string const& forename);

// The methods and their sources.
std::string_view method_of_change();
std::string_view method_of_waiting();

}  // namespace change
