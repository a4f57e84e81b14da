#include "today/columns.hpp"

#include <algorithm>

namespace today {

std::size_t in_the_first_column(std::span<int const> lines_of_groups, int lines_below) {
    constexpr int soon_read = 8;  // about a screen of lines
    int second = lines_below;
    for (int const lines : lines_of_groups) second += lines;
    if (second - lines_below <= soon_read) return lines_of_groups.size();
    int first = 0;
    int shortest = second;
    std::size_t best = lines_of_groups.size();
    for (std::size_t taken = 1; taken <= lines_of_groups.size(); ++taken) {
        first += lines_of_groups[taken - 1];
        second -= lines_of_groups[taken - 1];
        auto const longer = std::max(first, second);
        if (first == 0 || longer > shortest) continue;
        shortest = longer;
        best = taken;
    }
    return best;
}

}  // namespace today
