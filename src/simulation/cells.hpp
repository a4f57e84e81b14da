#pragma once

#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "simulation/screening.hpp"

namespace simulation {

// How often something was so, and how much that varies.
struct Tally {
    double sum = 0, squares = 0;
    std::size_t count = 0;

    void add(double value) {
        sum += value;
        squares += value * value;
        ++count;
    }
    void add(Tally const& other) {
        sum += other.sum;
        squares += other.squares;
        count += other.count;
    }
    double mean() const { return sum / static_cast<double>(count); }
    double standard_error() const {
        return std::sqrt(
            std::max(0.0, squares / static_cast<double>(count) - mean() * mean()) / static_cast<double>(count)
        );
    }
};

// Of each rule, and of what is counted.
using Tallies = std::map<std::pair<std::string, std::string>, Tally>;

// One column of a table: how classes are made and what is asked of them.
struct Cell {
    std::string table;
    Population population{};
    std::size_t pupils = 0;
    double severity = 0;
    double in_need = 0;  // the share of the reference who are in need themselves
    bool mixed_sizes =
        false;  // classes of the reference have 8 to 32 pupils, and else as many as the tested one
    std::size_t classes = 0;
};

// Every cell of every table.
std::vector<Cell> all_cells();

// Draws so many classes of a cell and asks its table's rules of each.
Tallies tallies_of(Cell const& cell, std::size_t classes, std::uint64_t seed);

}  // namespace simulation
