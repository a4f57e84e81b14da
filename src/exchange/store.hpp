#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "exchange/files.hpp"
#include "exchange/import.hpp"
#include "visits/who.hpp"

namespace exchange::store {

// With its sheet as bytes.
void add(
    db::Connection& db,
    SchoolId school,
    Import const& import,
    visits::StaffId const& started_by,
    std::string_view sheet
);

std::optional<Import> find(db::Connection& db, SchoolId school, ImportId const& import);

// The sheet under the names of its files, or the files as an earlier version kept them; none once the import
// has ended.
Files files(db::Connection& db, SchoolId school, ImportId const& import);

// The latest imports, those on their way first.
std::vector<Import> latest(db::Connection& db, SchoolId school);

// Saves columns, answers, state, summary and end. False where someone changed the import since this version.
// An import that has ended keeps no files.
bool save(db::Connection& db, SchoolId school, Import const& import);

// Every import that was begun before and not ended.
std::vector<Import> unfinished(db::Connection& db, SchoolId school, Instant started_before);

// What was chosen last for the columns of a heading row, and for a heading alone, by a digest of the
// headings.
std::map<std::string, std::string> remembered(db::Connection& db, SchoolId school);
void remember(
    db::Connection& db, SchoolId school, std::string const& heading_key, std::string const& columns
);

}  // namespace exchange::store
