#include "exchange/files.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace exchange {

std::string names_of(Files const& files) {
    constexpr std::size_t most_named = 2;
    std::vector<std::string> names;
    for (auto const& file : files) names.push_back(file.name);
    std::ranges::sort(names);
    if (names.size() <= most_named) return text::listed(names);
    return names[0] + ", " + names[1] + " and " + std::to_string(names.size() - most_named) + " more";
}

}  // namespace exchange
