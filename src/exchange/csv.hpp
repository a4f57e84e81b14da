#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.hpp"
#include "exchange/faults.hpp"

namespace exchange {

struct CsvLimits {
    std::size_t rows = 20'100;  // with headings, titles and blank rows
    std::size_t columns = 200;
    std::size_t cells = 1'000'000;
    std::size_t cell_bytes = 10'000;
};

// The cells of one row, trimmed, without the empty ones at its end; the number is the row's in a spreadsheet.
struct CsvRow {
    int number = 0;
    std::vector<std::string> cells;

    // Of a row that was joined from several files: each cell's row in its own file (0: it has none), and the
    // ids of the schools that the files say the pupil belongs to.
    std::vector<int> numbers = {};
    std::vector<std::string> schools = {};
};

// Reads UTF-8 text with this delimiter: quoted delimiters, quotation marks and line breaks are part of a
// cell. Rows without any value are left out. Stops at the first limit that is passed, before memory is used
// for it.
Expected<std::vector<CsvRow>, Code> read_csv(
    std::string_view text, char delimiter, CsvLimits const& limits = {}
);

// Comma, semicolon or tab: whichever cuts the first rows into the most even table.
char delimiter_of(std::string_view text);

}  // namespace exchange
