#pragma once

#include <string>
#include <vector>

#include "comparison/screen.hpp"

namespace comparison {

// The one sentence that comes first, of as many as the page shows: "2 of 28 pupils stand out from this
// class."
std::string first_sentence(Screen const& screen, int shown);

// "Of 1,000 ordinary pupils, about 2 are as far from their own class."
std::string how_unusual(StandsOut const& one, int reference_pupils);

// Why no more is said, with what would mend it; empty where nothing is short.
std::string why_no_more(Screen const& screen);

// What the page does not say.
std::vector<std::string> what_it_does_not_say(Screen const& screen);

// The method and its source.
std::string method_in_words(Screen const& screen);

// What a reader of several screens has to reckon with: how many classes have an ordinary pupil among those
// who stand out, by chance. Empty where no class has a claim.
std::string by_chance_in_words(int classes_with_a_claim);

}  // namespace comparison
