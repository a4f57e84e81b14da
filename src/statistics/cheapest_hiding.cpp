#include "statistics/cheapest_hiding.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "statistics/hidden_cells.hpp"

namespace statistics {
namespace {

// What one proof may cost, in cells looked at: about a second where nothing is optimized.
constexpr std::size_t patience = 20'000'000;

struct Choice {
    Count cost = 0;
    std::vector<Cell> cells;  // by row and column

    bool is_better_than(Choice const& other) const {
        return std::tuple(cost, cells.size(), cells) <
               std::tuple(other.cost, other.cells.size(), other.cells);
    }
};

class Search {
public:
    Search(Table const& table, std::vector<Cell> const& primary, Count width)
        : cells_(table), primary_(primary), width_(width) {
        for (auto const cell : primary) cells_.hide(cell);
        for (std::size_t row = 0; row < cells_.rows(); ++row)
            for (std::size_t column = 0; column < cells_.columns(); ++column)
                if (!cells_.is_hidden({row, column})) candidates_.push_back({row, column});
        std::ranges::stable_sort(candidates_, [this](Cell one, Cell other) {
            return cells_.count(one) > cells_.count(other);
        });
    }

    std::optional<Hiding> found() {
        hide_all();
        if (!is_protected()) return std::nullopt;
        show_what_is_not_needed();
        best_ = chosen();
        for (auto const backwards : {false, true}) {
            show_all();
            hide_cheap_rounds(backwards);
            show_what_is_not_needed();
            keep_if_better();
        }
        show_all();
        auto const proved = try_from(0, 0, 0, true);
        return Hiding{.secondary = best_.cells, .cost = best_.cost, .cheapest = proved};
    }

private:
    bool is_protected() {
        looked_at_ += primary_.size() * cells_.rows() * cells_.columns();
        return std::ranges::all_of(primary_, [this](Cell cell) {
            return cells_.is_as_wide_as(cell, width_);
        });
    }

    void hide_all() {
        for (auto const cell : candidates_) cells_.hide(cell);
    }
    void show_all() {
        for (auto const cell : candidates_) cells_.show(cell);
    }

    // The dearest first. Hiding more never narrows what a cell can be, so that one look at each is enough.
    void show_what_is_not_needed() {
        for (auto const cell : candidates_) {
            if (!cells_.is_hidden(cell)) continue;
            cells_.show(cell);
            if (!is_protected()) cells_.hide(cell);
        }
    }

    Choice chosen() const {
        Choice choice;
        for (auto const cell : candidates_) {
            if (!cells_.is_hidden(cell)) continue;
            choice.cost += cells_.count(cell);
            choice.cells.push_back(cell);
        }
        std::ranges::sort(choice.cells);
        return choice;
    }

    void keep_if_better() {
        if (auto choice = chosen(); choice.is_better_than(best_)) best_ = std::move(choice);
    }

    void hide_cheap_rounds(bool backwards) {
        auto primary = primary_;
        if (backwards) std::ranges::reverse(primary);
        for (auto const cell : primary)
            if (!cells_.is_as_wide_as(cell, width_) && !hide_cheapest_round(cell)) hide_all();
        if (!is_protected()) hide_all();
    }

    // Dijkstra's way from the cell's column to its row, over cells from which enough can be taken: round such
    // a way the cell can grow by the width. False where there is none.
    bool hide_cheapest_round(Cell around) {
        auto const nodes = cells_.rows() + cells_.columns();
        constexpr auto far = std::numeric_limits<Count>::max();
        std::vector<Count> distance(nodes, far);
        std::vector<std::size_t> came_from(nodes, nodes);
        std::vector<bool> settled(nodes);
        distance[cells_.rows() + around.column] = 0;
        for (std::size_t round = 0; round < nodes; ++round) {
            auto nearest = nodes;
            for (std::size_t node = 0; node < nodes; ++node)
                if (!settled[node] && distance[node] < far &&
                    (nearest == nodes || distance[node] < distance[nearest]))
                    nearest = node;
            if (nearest == nodes || nearest == around.row) break;
            settled[nearest] = true;
            for (std::size_t other = 0; other < nodes; ++other) {
                if (is_row(other) == is_row(nearest) || !may_step(nearest, other, around)) continue;
                auto const so_far = distance[nearest] + price(between(nearest, other));
                if (so_far >= distance[other]) continue;
                distance[other] = so_far;
                came_from[other] = nearest;
            }
        }
        if (distance[around.row] == far) return false;
        for (auto node = around.row; came_from[node] != nodes; node = came_from[node])
            cells_.hide(between(came_from[node], node));
        return true;
    }

    bool is_row(std::size_t node) const { return node < cells_.rows(); }
    Cell between(std::size_t one, std::size_t other) const {
        return is_row(one) ? Cell{one, other - cells_.rows()} : Cell{other, one - cells_.rows()};
    }
    bool may_step(std::size_t from, std::size_t to, Cell around) const {
        auto const cell = between(from, to);
        return cell != around && (is_row(from) || cells_.count(cell) >= width_);
    }
    // Of two ways that hide as many pupils the one with fewer cells is the better.
    Count price(Cell cell) const { return cells_.is_hidden(cell) ? 0 : cells_.count(cell) * 1024 + 1; }

    // Decides on each candidate in turn, the dearest first; true where every choice was tried or is known to
    // be no better. `changed` says that hiding the last one may have been enough.
    bool try_from(std::size_t at, Count cost, std::size_t hidden, bool changed) {
        if (looked_at_ > patience) return false;
        auto const [more_cost, more_cells] = at_least_more(at);
        if (std::pair(cost + more_cost, hidden + more_cells) > std::pair(best_.cost, best_.cells.size()))
            return true;
        if (changed && is_protected()) {
            keep_if_better();
            return true;
        }
        if (at == candidates_.size()) return true;
        auto const cell = candidates_[at];
        auto const without = !would_do_with_all_after(at) || try_from(at + 1, cost, hidden, false);
        cells_.hide(cell);
        auto const with = try_from(at + 1, cost + cells_.count(cell), hidden + 1, true);
        cells_.show(cell);
        return without && with;
    }

    bool would_do_with_all_after(std::size_t at) {
        for (auto i = at + 1; i < candidates_.size(); ++i) cells_.hide(candidates_[i]);
        auto const would = is_protected();
        for (auto i = at + 1; i < candidates_.size(); ++i) cells_.show(candidates_[i]);
        return would;
    }

    // A cell that is hidden alone in its row or column is told by the total, so another must join it: the
    // cheapest that is still to be decided on.
    std::pair<Count, std::size_t> at_least_more(std::size_t at) const {
        std::vector<std::size_t> hidden(cells_.rows() + cells_.columns());
        for (std::size_t row = 0; row < cells_.rows(); ++row)
            for (std::size_t column = 0; column < cells_.columns(); ++column)
                if (cells_.is_hidden({row, column})) {
                    ++hidden[row];
                    ++hidden[cells_.rows() + column];
                }
        std::vector<Count> cheapest(hidden.size(), impossible);
        for (auto i = at; i < candidates_.size(); ++i) {
            auto const count = cells_.count(candidates_[i]);
            for (auto const line : {candidates_[i].row, cells_.rows() + candidates_[i].column})
                cheapest[line] = std::min(cheapest[line], count);
        }
        std::pair<Count, std::size_t> of_rows;
        std::pair<Count, std::size_t> of_columns;
        for (std::size_t line = 0; line < hidden.size(); ++line) {
            if (hidden[line] != 1) continue;
            auto& sum = is_row(line) ? of_rows : of_columns;
            sum.first += cheapest[line];
            ++sum.second;
        }
        return {std::max(of_rows.first, of_columns.first), std::max(of_rows.second, of_columns.second)};
    }

    // Larger than any cost, and small enough to be added up.
    static constexpr Count impossible = Count{1} << 52;

    HiddenCells cells_;
    std::vector<Cell> primary_;
    Count width_;
    std::vector<Cell> candidates_;
    Choice best_;
    std::size_t looked_at_ = 0;
};

}  // namespace

std::optional<Hiding> cheapest_hiding(Table const& table, std::vector<Cell> const& primary, Count width) {
    return Search(table, primary, width).found();
}

}  // namespace statistics
