#pragma once

#include <vector>

#include "statistics/small_numbers.hpp"

namespace statistics {

// A table with some of its cells hidden, as a network: what one cell of a row gains another must lose, and so
// on round through columns and rows of hidden cells.
class HiddenCells {
public:
    // A table whose rows are of one length and whose counts are 0 or more; it must outlive this.
    explicit HiddenCells(Table const& table);

    std::size_t rows() const { return table_->size(); }
    std::size_t columns() const { return table_->empty() ? 0 : table_->front().size(); }
    Count count(Cell cell) const { return (*table_)[cell.row][cell.column]; }
    bool is_hidden(Cell cell) const { return hidden_[cell.row * columns() + cell.column]; }
    void hide(Cell cell) { hidden_[cell.row * columns() + cell.column] = true; }
    void show(Cell cell) { hidden_[cell.row * columns() + cell.column] = false; }

    // What this cell can be; its own count alone where it is not hidden.
    Bounds bounds_of(Cell cell) const;
    // Whether the most that this hidden cell can be is so much more than the least; cheaper than its bounds.
    bool is_as_wide_as(Cell cell, Count width) const;

private:
    Table const* table_;
    std::vector<bool> hidden_;
};

}  // namespace statistics
