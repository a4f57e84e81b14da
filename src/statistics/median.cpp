#include "statistics/median.hpp"

#include <algorithm>

namespace statistics {

int median(std::vector<int> values) {
    std::ranges::sort(values);
    auto const half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace statistics
