#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/sheet_rules.hpp"

// One file among several: what it holds, told by its headings.
namespace exchange {

enum class Part { pupils, roles, classes, places, contacts, schools, details, unneeded };

struct Table {
    std::string file;
    Sheet sheet;
    Part part{};

    // The column under the first of these headings that the file has, letters and figures alone.
    std::optional<std::size_t> column(std::initializer_list<std::string_view> headings) const;
    // The cell of that column; empty where there is none.
    std::string const& cell(CsvRow const& row, std::optional<std::size_t> column) const;
    // The rows by what stands in the column, in the file's order.
    std::map<std::string, std::vector<CsvRow const*>> by(std::optional<std::size_t> column) const;
};

Part part_of(Table const& table);

// Whether a column may hold ids that another file repeats.
bool may_hold_ids(std::string_view heading);

}  // namespace exchange
