#pragma once

#include <cstddef>
#include <span>

// The two columns of Today where there is room for them.
namespace today {

// How many groups of what is to do, in their order, stand in the first of two columns: all of them, as long
// as they are soon read; else so many that the longer column is as short as can be, and at least one. The
// second column holds what is left of them and, below, so many lines more.
std::size_t in_the_first_column(std::span<int const> lines_of_groups, int lines_below);

}  // namespace today
