#pragma once

#include <optional>
#include <vector>

#include "statistics/small_numbers.hpp"

namespace statistics {

struct Hiding {
    std::vector<Cell> secondary;  // by row and column
    Count cost = 0;               // sum of their counts
    bool cheapest = false;        // no other choice costs less
};

// Which cells to hide besides these, so that each of these can be `width` more than its least: empty where
// hiding all is not enough. Of a table as HiddenCells takes it.
std::optional<Hiding> cheapest_hiding(Table const& table, std::vector<Cell> const& primary, Count width);

}  // namespace statistics
