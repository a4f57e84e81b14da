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

// How many classes of the school year have a name that begins with the word, or holds it where it is long.
std::int64_t classes_with(db::Connection& db, SchoolId school, std::string const& word, int school_year);

// Further words, each of which stands in the name or begins the name of the class. Unused ones are empty.
using OtherWords = std::array<std::string, 3>;

// Pupils on roll with a part of the name that begins with the word; one pupil may come twice.
std::vector<Candidate> by_name(
    db::Connection& db, SchoolId school, std::string const& word, OtherWords const& others, Date day, int most
);

// Pupils of the classes of the school year whose name begins with the word, or holds it where it is long.
std::vector<Candidate> by_class(
    db::Connection& db,
    SchoolId school,
    std::string const& word,
    OtherWords const& others,
    int school_year,
    int most
);

}  // namespace pupils::search_store
