#pragma once

#include <string>
#include <vector>

namespace support {

// The tables of which SQLite reads every row of the school, or every row, to answer the statement:
// "impact_review"; or "nurture_case by open_case" where it is every row that an index with a condition holds.
std::vector<std::string> read_whole(std::string const& database_path, std::string const& statement);

}  // namespace support
