#pragma once

#include "exchange/files.hpp"
#include "exchange/sheet_rules.hpp"

namespace exchange {

// Reads one file, or several that belong together, as one table. Several are joined by the ids that stand in
// them: the file with the pupils' names leads; roles say who is a pupil; births and the like, classes and
// contacts come from whichever file holds them. School Data Sync bundles of both versions are such files, and
// so is a list with its birth dates beside it. The fault names the file that stops it.
Expected<Sheet, Fault> read_files(Files const& files, Kind kind);

// The table with the pupils of this school alone.
Sheet of_school(Sheet sheet, std::string_view id);

// The id of the school that the files call so; empty where none is, or more than one.
std::string school_called(Sheet const& sheet, std::string_view name);

}  // namespace exchange
