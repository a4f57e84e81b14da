#include "statistics/hidden_cells.hpp"

#include <algorithm>
#include <limits>

namespace statistics {
namespace {

// Moves counts round a hidden cell. The nodes are rows, then columns; a step from a row to a column adds to
// the cell between them, and a step from a column to a row takes from it, as long as there is something.
class Moves {
public:
    Moves(HiddenCells const& cells, Cell around) : cells_(cells), around_(around) {
        for (std::size_t row = 0; row < cells.rows(); ++row)
            for (std::size_t column = 0; column < cells.columns(); ++column)
                counts_.push_back(cells.count({row, column}));
    }

    // The most that can be added to the cell, or taken from it; no more than `enough`.
    Count added(Count enough) { return moved(cells_.rows() + around_.column, around_.row, enough); }
    Count taken(Count enough) {
        return moved(around_.row, cells_.rows() + around_.column, std::min(enough, cells_.count(around_)));
    }

private:
    Count moved(std::size_t from, std::size_t to, Count enough) {
        Count sum = 0;
        while (sum < enough && find_way(from, to)) {
            auto const step = std::min(enough - sum, narrowest(from, to));
            move(from, to, step);
            sum += step;
        }
        return sum;
    }

    bool is_row(std::size_t node) const { return node < cells_.rows(); }
    Cell between(std::size_t from, std::size_t to) const {
        return is_row(from) ? Cell{from, to - cells_.rows()} : Cell{to, from - cells_.rows()};
    }
    Count& count(Cell cell) { return counts_[cell.row * cells_.columns() + cell.column]; }

    bool can_step(std::size_t from, std::size_t to) {
        auto const cell = between(from, to);
        return cells_.is_hidden(cell) && cell != around_ && (is_row(from) || count(cell) > 0);
    }

    // Breadth first, so that each way is one of the shortest.
    bool find_way(std::size_t from, std::size_t to) {
        auto const nodes = cells_.rows() + cells_.columns();
        came_from_.assign(nodes, nodes);
        came_from_[from] = from;
        std::vector<std::size_t> queue{from};
        for (std::size_t next = 0; next < queue.size(); ++next) {
            auto const node = queue[next];
            auto const first = is_row(node) ? cells_.rows() : 0;
            auto const last = is_row(node) ? nodes : cells_.rows();
            for (auto other = first; other < last; ++other) {
                if (came_from_[other] != nodes || !can_step(node, other)) continue;
                came_from_[other] = node;
                if (other == to) return true;
                queue.push_back(other);
            }
        }
        return false;
    }

    Count narrowest(std::size_t from, std::size_t to) {
        auto least = std::numeric_limits<Count>::max();
        for (auto node = to; node != from; node = came_from_[node])
            if (is_row(node)) least = std::min(least, count(between(came_from_[node], node)));
        return least;
    }

    void move(std::size_t from, std::size_t to, Count step) {
        for (auto node = to; node != from; node = came_from_[node])
            count(between(came_from_[node], node)) += is_row(node) ? -step : step;
    }

    HiddenCells const& cells_;
    Cell around_;
    std::vector<Count> counts_;
    std::vector<std::size_t> came_from_;
};

constexpr auto all = std::numeric_limits<Count>::max();

}  // namespace

HiddenCells::HiddenCells(Table const& table) : table_(&table), hidden_(rows() * columns()) {}

Bounds HiddenCells::bounds_of(Cell cell) const {
    auto const own = count(cell);
    if (!is_hidden(cell)) return {.least = own, .most = own};
    return {.least = own - Moves(*this, cell).taken(all), .most = own + Moves(*this, cell).added(all)};
}

bool HiddenCells::is_as_wide_as(Cell cell, Count width) const {
    auto const down = Moves(*this, cell).taken(width);
    return down >= width || Moves(*this, cell).added(width - down) >= width - down;
}

}  // namespace statistics
