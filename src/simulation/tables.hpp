#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "simulation/population.hpp"

namespace simulation {

// One figure of a table: how often a rule flags, in what population and size of class.
struct Figure {
    std::string table;  // "1a", as docs/statistics.md numbers them
    std::string rule;
    Population population{};
    std::size_t pupils = 0;
    std::string what;  // "any_false", "mean_false", "power", …
    double value = 0;
    double standard_error = 0;      // by chance of the draw
    std::size_t classes = 0;        // that were drawn
    std::size_t table_classes = 0;  // that its table has
};

struct Wish {
    std::string table = {};        // "1a", or the number of all tables that begin with it; empty: all
    std::size_t most_classes = 0;  // of each cell; 0: as many as its table has
    std::uint64_t seed = 20261130;
    unsigned threads = 2;
};

// The same figures for the same seed, however many threads there are.
std::vector<Figure> figures_of(Wish const& wish);

// Whether a published figure of the same thing, rounded to so much, lies farther away than the draws of both
// explain: four standard errors, which of a thousand figures hardly one does by chance.
bool differ(Figure const& own, double published, double rounding);

}  // namespace simulation
