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
// emptied in rows that stay. Of who has left the roll all goes that names them, and with them their contacts
// who are nobody else's. Says of which tables how many.
std::vector<Count> erase(db::Connection& db, SchoolId school, Retention kept, std::string const& pupil);

// The contacts that go with this child: nobody else is reached by them, and nothing else names them.
std::vector<std::string> contacts_of_nobody_else(
    db::Connection& db, SchoolId school, std::string const& pupil
);

}  // namespace data_map
