#pragma once

#include <string>
#include <vector>

#include "exchange/csv.hpp"
#include "exchange/faults.hpp"

namespace exchange {

// Where a column of joined files stands: in this file, under this heading.
struct Origin {
    std::string file;
    std::string heading;
};

// A school as joined files name it, with how many pupils they say it has.
struct SchoolInFiles {
    std::string id;
    std::string name;
    std::size_t pupils = 0;
};

// A file as a table: its headings, and the rows below them.
struct Sheet {
    std::vector<std::string> heading;
    std::vector<CsvRow> rows;
    int heading_row = 1;

    // Of several files that were joined; empty for a file alone.
    std::string leading_file = {};     // holds the pupils' names; rows are counted in it
    std::vector<Origin> origins = {};  // one for each heading
    std::vector<SchoolInFiles> schools = {};
    // Names of files that say nothing an import takes; of a file alone, its columns of passwords.
    std::vector<std::string> unneeded = {};
    Faults faults = {};  // that came to light while joining

    // Names file, row and column of the cell where it stands in its own file.
    Fault fault(Code code, CsvRow const& row, std::size_t column) const;
    // The cell, or empty where the row is shorter.
    std::string const& cell(CsvRow const& row, std::size_t column) const;
    // The first values of a column that are not empty.
    std::vector<std::string> samples(std::size_t column, std::size_t most = 3) const;
};

}  // namespace exchange
