#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pupils/details.hpp"

// Finding names as typed in a hurry (H4): accents, apostrophes, hyphens and case do not matter, any part of a
// name will do, in any order.
namespace pupils {

// The folded words of a text: "Anne-Marie O’Brien (Annie)" gives "annemarie", "obrien", "annie".
std::vector<std::string> folded_words(std::string_view text);

// Every folded word of the legal and preferred names, each once; a name of several words also as one word, so
// that "annamaria" finds "Anna Maria".
std::vector<std::string> name_words(Details const& details);

// What the folded_name column holds: those words, with a space between.
std::string folded_name(Details const& details);

// What name_part holds: every ending of every word, each once.
std::vector<std::string> name_parts(Details const& details);

// The folded words without a space between: what two spellings of one name have in common.
std::string folded_together(std::string_view name);

// True where every word of the one name is the same when folded.
bool same_name(std::string_view one, std::string_view other);

// True where the folded word finds the class: it begins the name or a word of it, read on without spaces
// ("34" in "Year 3-4"), or is longer and stands anywhere within ("beech" in "4 Copperbeech").
bool fits_class(std::string_view word, std::string_view class_name);

// What each child is called on one page: by forename, with the surname's first letter where two share it, and
// by both names where that does not tell them apart either.
std::vector<std::string> told_apart(std::span<Pupil const> children);

// The names that end a sentence, with one full stop: "Sam and Amira.", "Amira and Sam O."
std::string ending_a_sentence(std::vector<std::string> const& names);

// The better a pupil fits what was typed, the larger: how many typed words begin a word of the name.
int fit(std::vector<std::string> const& typed, std::string_view folded_name);

}  // namespace pupils
