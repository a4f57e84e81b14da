#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data_map/data_map.hpp"
#include "db/connection.hpp"

namespace data_map {

// How many rows of a table went, or were emptied.
struct Count {
    std::string_view table;
    std::int64_t rows = 0;
};

// Erases whatever the map keeps about this child for this reason: rows go, the last named first; values are
// emptied in rows that stay. Says of which tables how many.
std::vector<Count> erase(db::Connection& db, SchoolId school, Retention kept, std::string const& pupil);

}  // namespace data_map
