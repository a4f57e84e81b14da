#pragma once

#include <string>
#include <vector>

#include "comparison/screen.hpp"

namespace comparison {

// The one sentence that comes first, of as many as the page shows: "2 of 28 pupils stand out from this
// class."
std::string first_sentence(Screen const& screen, int shown);

// "None of 300 ordinary pupils of other classes is as far from their own class."
std::string how_unusual(StandsOut const& one, int reference_pupils);

// Why no more is said, with what would mend it; empty where nothing is short.
std::string why_no_more(Screen const& screen);

// Why of several classes no more than whom to talk about first is said; of each, the same.
std::string why_no_more_of_several();

// What the page does not say: what is this class's alone, and what holds of every screen that says as much.
std::vector<std::string> what_it_does_not_say(Screen const& screen);
std::vector<std::string> not_said_of_this_class(Screen const& screen);
std::vector<std::string> not_said_of_any(Says says);

// The method and its source; and of several screens that say as much.
std::string method_in_words(Screen const& screen);
std::string method_of_several(Says says);

// What a reader of several screens has to reckon with: how many classes have an ordinary pupil among those
// who stand out, by chance. Empty where no class has a claim.
std::string by_chance_in_words(int classes_with_a_claim);

}  // namespace comparison
