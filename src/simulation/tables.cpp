#include "simulation/tables.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

#include "simulation/cells.hpp"

namespace simulation {
namespace {

constexpr std::size_t of_a_block = 250;  // classes that one seed draws

// Some classes of one cell.
struct Block {
    Cell const* cell = nullptr;
    std::size_t classes = 0;
    std::uint64_t seed = 0;
    Tallies tallies = {};
};

std::vector<Block> blocks_of(std::vector<Cell> const& cells, Wish const& wish) {
    std::vector<Block> blocks;
    std::uint64_t seed = wish.seed;
    for (auto const& cell : cells) {
        auto left = wish.most_classes == 0 ? cell.classes : std::min(cell.classes, wish.most_classes);
        while (left > 0) {
            auto const classes = std::min(left, of_a_block);
            blocks.push_back({.cell = &cell, .classes = classes, .seed = seed});
            left -= classes;
            seed += 0x9e3779b97f4a7c15;  // far from the last, so that no two blocks draw alike
        }
    }
    return blocks;
}

void draw(std::vector<Block>& blocks, unsigned threads) {
    std::atomic<std::size_t> next = 0;
    auto const work = [&] {
        for (auto i = next++; i < blocks.size(); i = next++)
            blocks[i].tallies = tallies_of(*blocks[i].cell, blocks[i].classes, blocks[i].seed);
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
    work();
}

void add_figures(std::vector<Figure>& figures, Cell const& cell, Tallies const& tallies) {
    for (auto const& [of, tally] : tallies)
        figures.push_back(
            {.table = cell.table,
             .rule = of.first,
             .population = cell.population,
             .pupils = cell.pupils,
             .what = of.second,
             .value = tally.mean(),
             .standard_error = tally.standard_error(),
             .classes = tally.count,
             .table_classes = cell.classes}
        );
}

}  // namespace

std::vector<Figure> figures_of(Wish const& wish) {
    auto cells = all_cells();
    std::erase_if(cells, [&](Cell const& cell) { return !cell.table.starts_with(wish.table); });
    auto blocks = blocks_of(cells, wish);
    draw(blocks, wish.threads);

    std::vector<Figure> figures;
    for (auto const& cell : cells) {
        Tallies whole;
        for (auto const& block : blocks)
            if (block.cell == &cell)
                for (auto const& [of, tally] : block.tallies) whole[of].add(tally);
        add_figures(figures, cell, whole);
    }
    return figures;
}

bool differ(Figure const& own, double published, double rounding) {
    constexpr double beyond_chance = 4;
    // How far a share of so many draws varies; what was never seen in them may still happen once in as many.
    auto const error_of = [&](std::size_t classes) {
        auto const drawn = static_cast<double>(classes);
        double const as_share = std::sqrt(std::max(0.0, published * (1 - published)) / drawn);
        double const as_found = own.standard_error * std::sqrt(static_cast<double>(own.classes) / drawn);
        return std::max({as_share, as_found, 1 / drawn});
    };
    double const own_error = error_of(own.classes), published_error = error_of(own.table_classes);
    return std::abs(own.value - published) >
           beyond_chance * std::hypot(own_error, published_error) + rounding;
}

}  // namespace simulation
