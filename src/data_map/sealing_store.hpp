#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data_map/data_map.hpp"
#include "db/connection.hpp"

namespace data_map {

// Words that stand as they were typed in a column that the map says is sealed, or that are sealed in it.
struct Standing {
    std::string_view table;
    std::string_view column;
    std::int64_t unsealed = 0;
    std::int64_t sealed = 0;
};

// Every sealed column of the map, and how many of the school's values stand in it so and so. Of the log what
// is about a child's case.
std::vector<Standing> how_words_stand(db::Connection& db, SchoolId school);

// The children about whom words may stand, each once.
std::vector<std::string> children_with_words(db::Connection& db, SchoolId school);

// Seals what was written about this child before there were keys, past the gates that keep rows as they are,
// since what is read stays the same; says how many values. The log stays as it is: its chain was made over
// these words.
std::int64_t seal_words_of_before(db::Connection& db, SchoolId school, std::string const& pupil);

// Seals with the keys of the child to whom rows went what the other child's keys sealed in them, past the
// gates too, since what is read stays the same; says how many values. Of the log nothing.
std::int64_t seal_words_anew(
    db::Connection& db, SchoolId school, std::string const& from, std::string const& to
);

}  // namespace data_map
