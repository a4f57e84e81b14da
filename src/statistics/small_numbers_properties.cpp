#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "statistics/hidden_cells.hpp"
#include "statistics/small_numbers.hpp"

namespace statistics {
namespace {

Table any_table(std::size_t most_lines, Count most) {
    auto const rows = *rc::gen::inRange<std::size_t>(1, most_lines + 1);
    auto const columns = *rc::gen::inRange<std::size_t>(1, most_lines + 1);
    return *rc::gen::container<Table>(
        rows, rc::gen::container<std::vector<Count>>(columns, rc::gen::inRange<Count>(0, most + 1))
    );
}

std::vector<Cell> any_cells(Table const& table) {
    std::vector<Cell> cells;
    for (std::size_t row = 0; row < table.size(); ++row)
        for (std::size_t column = 0; column < table[row].size(); ++column)
            if (*rc::gen::arbitrary<bool>()) cells.push_back({row, column});
    return cells;
}

// Every way of filling the hidden cells that keeps all totals, one cell after the other.
class Fillings {
public:
    Fillings(Table const& table, std::vector<Cell> const& hidden) : hidden_(hidden) {
        left_in_row_.assign(table.size(), 0);
        left_in_column_.assign(table.front().size(), 0);
        for (auto const cell : hidden) {
            left_in_row_[cell.row] += table[cell.row][cell.column];
            left_in_column_[cell.column] += table[cell.row][cell.column];
            filled_.push_back(0);
        }
        fill(0);
    }

    std::vector<Bounds> const& bounds() const { return *bounds_; }

private:
    void fill(std::size_t at) {
        if (at == hidden_.size()) {
            note();
            return;
        }
        auto& row = left_in_row_[hidden_[at].row];
        auto& column = left_in_column_[hidden_[at].column];
        for (Count count = std::min(row, column); count >= 0; --count) {
            row -= count;
            column -= count;
            filled_[at] = count;
            fill(at + 1);
            row += count;
            column += count;
        }
    }

    void note() {
        auto const is_nothing = [](Count left) { return left == 0; };
        if (!std::ranges::all_of(left_in_row_, is_nothing) ||
            !std::ranges::all_of(left_in_column_, is_nothing))
            return;
        if (!bounds_) {
            bounds_.emplace();
            for (auto const count : filled_) bounds_->push_back({.least = count, .most = count});
        }
        for (std::size_t i = 0; i < filled_.size(); ++i) {
            (*bounds_)[i].least = std::min((*bounds_)[i].least, filled_[i]);
            (*bounds_)[i].most = std::max((*bounds_)[i].most, filled_[i]);
        }
    }

    std::vector<Cell> hidden_;
    std::vector<Count> left_in_row_;
    std::vector<Count> left_in_column_;
    std::vector<Count> filled_;
    std::optional<std::vector<Bounds>> bounds_;
};

RC_GTEST_PROP(StatisticsSmallNumbers, are_bounded_by_the_audit_as_by_every_filling, ()) {
    auto const table = any_table(3, 5);
    auto const hidden = any_cells(table);
    RC_ASSERT(*audit(table, hidden) == Fillings(table, hidden).bounds());
}

RC_GTEST_PROP(StatisticsSmallNumbers, are_as_wide_as_their_bounds_and_no_wider, ()) {
    auto const table = any_table(5, 12);
    HiddenCells cells(table);
    auto const hidden = any_cells(table);
    for (auto const cell : hidden) cells.hide(cell);
    for (auto const cell : hidden) {
        auto const [least, most] = cells.bounds_of(cell);
        RC_ASSERT(cells.is_as_wide_as(cell, most - least));
        RC_ASSERT(!cells.is_as_wide_as(cell, most - least + 1));
        RC_ASSERT(least <= cells.count(cell) && cells.count(cell) <= most);
    }
}

RC_GTEST_PROP(StatisticsSmallNumbers, once_protected_pass_the_audit, ()) {
    auto const table = any_table(6, 15);
    auto const found = protect_table(table);
    auto everything = std::vector<Cell>{};
    for (std::size_t row = 0; row < table.size(); ++row)
        for (std::size_t column = 0; column < table[row].size(); ++column)
            everything.push_back({row, column});
    auto const audited = found ? found->primary : everything;
    auto hidden = audited;
    if (found) hidden.insert(hidden.end(), found->secondary.begin(), found->secondary.end());
    auto const bounds = *audit(table, hidden);
    bool all_wide = true;
    for (std::size_t i = 0; i < audited.size(); ++i) {
        auto const count = table[audited[i].row][audited[i].column];
        if (count > 0 && count < 5) all_wide = all_wide && bounds[i].most - bounds[i].least >= 5;
    }
    RC_ASSERT(all_wide == found.has_value());
}

// The least cost of all choices of cells, each audited; empty where none passes.
std::optional<Count> least_cost(Table const& table) {
    std::vector<Cell> small;
    std::vector<Cell> others;
    for (std::size_t row = 0; row < table.size(); ++row)
        for (std::size_t column = 0; column < table[row].size(); ++column)
            (table[row][column] > 0 && table[row][column] < 5 ? small : others).push_back({row, column});
    std::optional<Count> least;
    for (unsigned choice = 0; choice < 1U << others.size(); ++choice) {
        auto hidden = small;
        Count cost = 0;
        for (std::size_t i = 0; i < others.size(); ++i)
            if ((choice >> i & 1U) != 0) {
                hidden.push_back(others[i]);
                cost += table[others[i].row][others[i].column];
            }
        auto bounds = *audit(table, hidden);
        bounds.resize(small.size());
        if (std::ranges::all_of(bounds, [](Bounds const& one) { return one.most - one.least >= 5; }))
            least = std::min(least.value_or(cost), cost);
    }
    return least;
}

RC_GTEST_PROP(StatisticsSmallNumbers, of_small_tables_are_protected_at_the_least_cost, ()) {
    auto const table = any_table(3, 15);
    auto const found = protect_table(table);
    auto const least = least_cost(table);
    RC_ASSERT(found.has_value() == least.has_value());
    if (!found) return;
    RC_ASSERT(found->cheapest);
    RC_ASSERT(found->cost == *least);
}

// Tables that no quick search protects at the least cost: here every choice is weighed.
TEST(
    StatisticsSmallNumbersOfEveryChoice, are_protected_at_the_least_cost_where_a_quick_search_is_not_enough
) {
    Table const four_rows{{5, 9, 2, 12}, {13, 11, 5, 1}, {14, 4, 10, 3}, {16, 1, 5, 10}};
    Table const three_rows{{5, 1, 13, 2}, {15, 13, 10, 9}, {3, 4, 2, 3}};
    for (auto const& table : {four_rows, three_rows}) {
        auto const found = protect_table(table);
        EXPECT_TRUE(found->cheapest);
        EXPECT_EQ(found->cost, *least_cost(table));
    }
}

RC_GTEST_PROP(StatisticsSmallNumbers, of_a_list_are_protected_at_the_least_cost, ()) {
    auto const counts = *rc::gen::container<std::vector<Count>>(
        *rc::gen::inRange<std::size_t>(1, 9), rc::gen::inRange<Count>(0, 20)
    );
    auto const width = *rc::gen::inRange<Count>(1, 25);
    auto const found = *protect_list(counts, {.width = width});
    std::optional<Count> least;
    for (unsigned choice = 0; choice < 1U << counts.size(); ++choice) {
        Count sum = 0;
        Count cost = 0;
        std::size_t hidden = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            auto const small = counts[i] > 0 && counts[i] < 5;
            if (!small && (choice >> i & 1U) == 0) continue;
            ++hidden;
            sum += counts[i];
            if (!small) cost += counts[i];
        }
        if (hidden >= 2 && sum >= width) least = std::min(least.value_or(cost), cost);
    }
    if (found.primary.empty()) {
        RC_ASSERT(found.secondary.empty() && !found.total_hidden);
    } else {
        RC_ASSERT(found.total_hidden == !least.has_value());
        if (least) RC_ASSERT(found.cost == *least);
        if (least) RC_ASSERT(found.bounds->most >= width);
    }
}

}  // namespace
}  // namespace statistics
