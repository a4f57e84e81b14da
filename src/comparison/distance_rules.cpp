#include "comparison/distance_rules.hpp"

#include <algorithm>
#include <cmath>

namespace comparison {
namespace {

constexpr double tie = 1e-9;

Distance distance_of(statistics::IndexParts const& parts) {
    double const furthest = std::ranges::max(parts.each);
    Distance distance{.index = std::max(furthest, parts.together), .together = parts.together};
    for (std::size_t place = 0; place < parts.each.size(); ++place)
        if (parts.each[place] >= distance.index - tie) distance.in_one.push_back(place);
    return distance;
}

}  // namespace

std::vector<std::optional<Distance>> distances_of(
    statistics::Reference const& reference, Sheet const& sheet
) {
    std::vector<std::optional<Distance>> all(sheet.pupils);
    auto const parts = reference.parts(sheet.as_class());
    if (!parts) return all;
    for (std::size_t pupil = 0; pupil < all.size(); ++pupil)
        if (auto const& own = (*parts)[pupil]) all[pupil] = distance_of(*own);
    return all;
}

bool is_as_far(double one, double other) { return std::abs(one - other) < tie; }

}  // namespace comparison
