#include "insight/insight.hpp"

#include <algorithm>

namespace insight {

Cell const* find(
    Outcomes const& outcomes, std::string_view provision, Dimension dimension, std::string_view part
) {
    auto const found = std::ranges::find_if(outcomes.cells, [&](Cell const& cell) {
        return cell.provision == provision && cell.dimension == dimension && cell.part == part;
    });
    return found == outcomes.cells.end() ? nullptr : &*found;
}

std::string year_in_words(int school_year) {
    auto const ends = std::to_string(school_year + 1);
    return std::to_string(school_year) + "/" + ends.substr(ends.size() - 2);
}

std::string path_of(int school_year) { return "/insight/" + std::to_string(school_year); }

}  // namespace insight
