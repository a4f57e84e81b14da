#include "statistics/small_numbers.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "statistics/cheapest_hiding.hpp"
#include "statistics/hidden_cells.hpp"

namespace statistics {
namespace {

// More than any county has pupils, and small enough for sums over a table.
constexpr Count most_pupils = 1'000'000'000'000;

// A rule beyond this is a slip of the hand.
constexpr Count largest_rule = 1'000;

bool is_count(Count count) { return count >= 0 && count <= most_pupils; }

bool is_small(Count count, SmallNumbers const& rule) {
    return count < rule.threshold && (count > 0 || rule.zeros_are_small);
}

std::optional<Refusal> refusal_of(Table const& table) {
    for (auto const& row : table) {
        if (row.size() != table.front().size()) return Refusal::different_lengths;
        if (!std::ranges::all_of(row, is_count)) return Refusal::invalid_count;
    }
    return std::nullopt;
}

std::optional<Refusal> refusal_of(SmallNumbers const& rule) {
    for (auto const part : {rule.threshold, rule.width})
        if (part < 0 || part > largest_rule) return Refusal::invalid_count;
    return std::nullopt;
}

std::vector<Cell> small_cells(Table const& table, SmallNumbers const& rule) {
    std::vector<Cell> cells;
    for (std::size_t row = 0; row < table.size(); ++row)
        for (std::size_t column = 0; column < table[row].size(); ++column)
            if (is_small(table[row][column], rule)) cells.push_back({row, column});
    return cells;
}

std::vector<std::size_t> small_places(std::span<Count const> counts, SmallNumbers const& rule) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (is_small(counts[i], rule)) places.push_back(i);
    return places;
}

Count sum_at(std::span<Count const> counts, std::vector<std::size_t> const& places) {
    return std::accumulate(places.begin(), places.end(), Count{0}, [counts](Count sum, std::size_t place) {
        return sum + counts[place];
    });
}

using Places = std::vector<std::size_t>;

// Fewer places first, and of as many those that stand first.
bool is_better(Places const& one, Places const& other) {
    return std::tuple(one.size(), one) < std::tuple(other.size(), other);
}

void keep(std::map<Count, Places>& choices, Count sum, Places places) {
    auto const [at, is_new] = choices.try_emplace(sum, places);
    if (!is_new && is_better(places, at->second)) at->second = std::move(places);
}

// Of the places that may be chosen, those with the least sum that reaches `need`; at least one. Sums below
// the need are few, as it is at most the width.
std::optional<Places> cheapest_reaching(
    std::span<Count const> counts, Places const& may_be_chosen, Count need
) {
    std::map<Count, Places> below{{0, {}}};
    std::map<Count, Places> reaching;
    for (auto const place : may_be_chosen) {
        auto next = below;
        for (auto const& [sum, places] : below) {
            auto more = places;
            more.push_back(place);
            auto const reached = sum + counts[place];
            keep(reached >= need ? reaching : next, reached, std::move(more));
        }
        below = std::move(next);
    }
    if (reaching.empty()) return std::nullopt;
    return reaching.begin()->second;
}

}  // namespace

Result<std::vector<Bounds>> audit(Table const& table, std::span<Cell const> hidden) {
    if (auto const refusal = refusal_of(table)) return refuse(*refusal);
    HiddenCells cells(table);
    for (auto const cell : hidden) {
        if (cell.row >= cells.rows() || cell.column >= cells.columns()) return refuse(Refusal::invalid_count);
        cells.hide(cell);
    }
    std::vector<Bounds> bounds;
    for (auto const cell : hidden) bounds.push_back(cells.bounds_of(cell));
    return bounds;
}

Result<ProtectedTable> protect_table(Table const& table, SmallNumbers const& rule) {
    if (auto const refusal = refusal_of(table)) return refuse(*refusal);
    if (auto const refusal = refusal_of(rule)) return refuse(*refusal);
    ProtectedTable found{.primary = small_cells(table, rule)};
    auto const hiding = cheapest_hiding(table, found.primary, rule.width);
    if (!hiding) return refuse(Refusal::no_protection);
    found.secondary = hiding->secondary;
    found.cost = hiding->cost;
    found.cheapest = hiding->cheapest;
    auto hidden = found.primary;
    hidden.insert(hidden.end(), found.secondary.begin(), found.secondary.end());
    found.bounds = audit(table, hidden).value();
    found.bounds.resize(found.primary.size());
    return found;
}

Result<ProtectedList> protect_list(std::span<Count const> counts, SmallNumbers const& rule) {
    if (auto const refusal = refusal_of(rule)) return refuse(*refusal);
    if (!std::ranges::all_of(counts, is_count)) return refuse(Refusal::invalid_count);
    ProtectedList found{.primary = small_places(counts, rule)};
    if (found.primary.empty()) return found;
    auto const small = sum_at(counts, found.primary);
    if (found.primary.size() == 1 || small < rule.width) {
        Places others;
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (!is_small(counts[i], rule)) others.push_back(i);
        auto const chosen = cheapest_reaching(counts, others, std::max(Count{0}, rule.width - small));
        found.total_hidden = !chosen;
        if (!chosen) return found;
        found.secondary = *chosen;
        found.cost = sum_at(counts, found.secondary);
    }
    found.bounds = Bounds{.least = 0, .most = small + found.cost};
    return found;
}

}  // namespace statistics
