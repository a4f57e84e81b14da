#include "exchange/sheet.hpp"

namespace exchange {

std::string const& Sheet::cell(CsvRow const& row, std::size_t column) const {
    static std::string const empty;
    return column < row.cells.size() ? row.cells[column] : empty;
}

Fault Sheet::fault(Code code, CsvRow const& row, std::size_t column) const {
    auto const& value = cell(row, column);
    bool const elsewhere = column < row.numbers.size() && row.numbers[column] > 0;
    if (!elsewhere) return {code, row.number, heading[column], value, leading_file};
    return {code, row.numbers[column], origins[column].heading, value, origins[column].file};
}

std::vector<std::string> Sheet::samples(std::size_t column, std::size_t most) const {
    std::vector<std::string> found;
    for (auto const& row : rows) {
        if (found.size() == most) break;
        if (!cell(row, column).empty()) found.push_back(cell(row, column));
    }
    return found;
}

}  // namespace exchange
