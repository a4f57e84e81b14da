#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data_map/data_map.hpp"
#include "db/connection.hpp"

// What goes over where two records of one child become one: the rows that name the child and whose naming the
// map declares as moved. Whatever hangs on such a row, as a step hangs on its case, goes with it.
namespace data_map {

// A row that names a child, by the table and by what names it there beside the child.
struct Named {
    std::string table;
    std::string row;
    auto columns() { return std::tie(table, row); }
    friend bool operator==(Named const&, Named const&) = default;
    friend auto operator<=>(Named const&, Named const&) = default;
};

// The rows that name this child, and would go over.
std::vector<Named> rows_naming(db::Connection& db, SchoolId school, std::string const& pupil);

// Lets these rows name the other child, past the gates that keep each with its child (decision 28).
void move_rows(
    db::Connection& db,
    SchoolId school,
    std::vector<Named> const& rows,
    std::string const& from,
    std::string const& to
);

// Lets these rows name the former child again, and with their cases and places whatever came to them since;
// past the gates too.
void move_back(
    db::Connection& db,
    SchoolId school,
    std::vector<Named> const& rows,
    std::string const& from,
    std::string const& to
);

}  // namespace data_map
