#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "statistics/refusal.hpp"

namespace statistics {

// Counts of pupils that are too small to be published, and what else must be hidden so that they cannot be
// worked out from what is. Whoever reads knows every total, and that no count is below 0.

using Count = std::int64_t;
using Table = std::vector<std::vector<Count>>;

struct Cell {
    std::size_t row = 0;
    std::size_t column = 0;
    auto operator<=>(Cell const&) const = default;
};

// The least and the most that a hidden count can be, both possible.
struct Bounds {
    Count least = 0;
    Count most = 0;
    bool operator==(Bounds const&) const = default;
};

// What is too small, and how well it must be hidden.
struct SmallNumbers {
    Count threshold = 5;           // counts from 1 up to below this one are small
    Count width = 5;               // most - least of a small one must be this or more
    bool zeros_are_small = false;  // nobody, or everybody else, also tells of a child
};

// What each hidden cell can be, in their order, where rows, columns and their totals are published: exact, by
// the largest flow that can be moved through it. Refuses with different_lengths for rows that are not of one
// length, and with invalid_count for a count below 0 or beyond 10^12, or a cell that is not there.
Result<std::vector<Bounds>> audit(Table const& table, std::span<Cell const> hidden);

struct ProtectedTable {
    std::vector<Cell> primary;    // the small ones, by row and column
    std::vector<Cell> secondary;  // the others that must be hidden with them
    Count cost = 0;               // sum of the secondary ones
    std::vector<Bounds> bounds;   // of the primary ones: what an audit of both finds
    bool cheapest = false;        // that no other choice costs less is proved; for small tables it is
};

// The cells to hide with the small ones: of the least cost, then the fewest, then the first by row and
// column, where that can be proved within about a second; else what a search found that passes its own audit.
// Refuses as audit, and with no_protection where even hiding all cells does not protect the small ones.
Result<ProtectedTable> protect_table(Table const& table, SmallNumbers const& rule = {});

struct ProtectedList {
    std::vector<std::size_t> primary;  // places in the list, from 0
    std::vector<std::size_t> secondary;
    Count cost = 0;                // sum of the secondary ones
    bool total_hidden = false;     // where no other count could protect the small ones
    std::optional<Bounds> bounds;  // of each hidden one, where any is hidden and the total is not
};

// The same for one list of counts with a published total, always of the least cost: each hidden one is from 0
// to the sum of all hidden. Refuses with invalid_count.
Result<ProtectedList> protect_list(std::span<Count const> counts, SmallNumbers const& rule = {});

}  // namespace statistics
