#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.hpp"
#include "exchange/columns.hpp"
#include "exchange/csv.hpp"
#include "exchange/faults.hpp"

namespace exchange {

// A file as a table: its headings, and the rows below them.
struct Sheet {
    std::vector<std::string> heading;
    std::vector<CsvRow> rows;
    int heading_row = 1;

    // The cell, or empty where the row is shorter.
    std::string const& cell(CsvRow const& row, std::size_t column) const;
    // The first values of a column that are not empty.
    std::vector<std::string> samples(std::size_t column, std::size_t most = 3) const;
};

// Reads an uploaded file: UTF-8 or Windows-1252, with or without a byte order mark; comma, semicolon or tab;
// title rows before the headings are passed over.
Expected<Sheet, Code> read_sheet(std::string_view bytes, Kind kind);

// A first guess what the sheet's columns mean.
Columns guess(Sheet const& sheet, Kind kind);

}  // namespace exchange
