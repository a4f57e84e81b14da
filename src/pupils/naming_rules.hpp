#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pupils/naming.hpp"

// Whose name stands in what somebody wrote: what goes out, or is read by many, is looked through for it.
namespace pupils {

// The words of people's names, each folded.
using WordsOfNames = std::set<std::string, std::less<>>;

// The words of these names: "Mrs Anne-Marie O'Neil" has "annemarie", "anne", "marie" and "oneil". A single
// letter, a title and a short half such as the "Al" of "Al-Amin" are none.
WordsOfNames words_of_names(std::span<std::string const> names);

// The words of the text that are one of these, as they are written, each once and without its "'s". Case and
// accents make no difference, "Sams" is Sam and so is half of "Sam-led"; a word such as "may" or "hill" that
// is written small names nobody.
std::vector<std::string> names_in(std::string_view text, WordsOfNames const& words);

// People whose names are looked for, and names that stand for nobody of them wherever they stand whole.
struct OtherPeople {
    WordsOfNames words = {};
    std::vector<std::string> known = {};
};
// The same, but for what stands in a name that is known: a teacher's whole name is no child's, though the
// child has one word of it.
std::vector<std::string> names_in(std::string_view text, OtherPeople const& people);

// Whom these names tell of beside the person who has one of them: a word that is also their own says nothing
// of another. Known are the school's name, whole or as people say it ("Fern Hollow" of "Fern Hollow Junior
// School"), those of its staff, and those of what is its own where a word of them is also somebody's: but for
// who bears the name of one of these, and for a programme that is named after a child in it.
OtherPeople others_than(
    std::span<std::string const> own,
    std::span<std::string const> others,
    std::string const& school,
    std::span<std::string const> staff,
    std::span<OfTheSchool const> of_the_school = {}
);

}  // namespace pupils
