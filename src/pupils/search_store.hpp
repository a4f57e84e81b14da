#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "db/connection.hpp"
#include "pupils/pupils.hpp"

namespace pupils::search_store {

// A pupil who may be meant, with the folded name to judge how well it fits.
struct Candidate {
    Pupil pupil;
    std::string folded_name;
    auto columns() { return std::tuple_cat(pupil.columns(), std::tie(folded_name)); }
};

// How many parts of names begin with the word, counted no further than `enough`.
std::int64_t names_with(db::Connection& db, SchoolId school, std::string const& word, std::int64_t enough);

struct NamedClass {
    ClassId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};
// The classes of the school year and of later ones.
std::vector<NamedClass> classes_since(db::Connection& db, SchoolId school, int school_year);

// A folded word that was typed, and the ids of the classes whose name it fits, one after another.
struct Word {
    std::string text;
    std::string classes;
};
// Further words, each of which the pupil must fit. Unused ones are empty.
using OtherWords = std::array<Word, 3>;

// Pupils on roll with a part of the name that begins with the word, and with all others in their name; one
// pupil may come twice.
std::vector<Candidate> by_name(
    db::Connection& db, SchoolId school, std::string const& word, OtherWords const& others, Date day, int most
);

// The same, where each other word stands in the name or fits the class.
std::vector<Candidate> by_name_and_class(
    db::Connection& db, SchoolId school, std::string const& word, OtherWords const& others, Date day, int most
);

// Pupils of the classes of the school year that the word fits.
std::vector<Candidate> by_class(
    db::Connection& db, SchoolId school, Word const& word, OtherWords const& others, int school_year, int most
);

}  // namespace pupils::search_store
