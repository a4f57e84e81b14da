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

// What an erasure took: how many rows of which tables, and which entries of the log of changes lost their
// detail by it.
struct Taken {
    std::vector<Count> counts = {};
    std::vector<std::int64_t> entries = {};
};

// Erases whatever the map keeps about this child for this reason: rows go, the last named first; values are
// emptied in rows that stay. Of who has left the roll all goes that names them, and with them their contacts
// who are nobody else's. Says what it took.
Taken erase(db::Connection& db, SchoolId school, Retention kept, std::string const& pupil);

// The contacts that go with this child: nobody else is reached by them, and nothing else names them.
std::vector<std::string> contacts_of_nobody_else(
    db::Connection& db, SchoolId school, std::string const& pupil
);

}  // namespace data_map
