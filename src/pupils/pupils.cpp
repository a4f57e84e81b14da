#include "pupils/pupils.hpp"

namespace pupils {

std::string year_in_words(std::string const& year_group) {
    if (year_group.empty()) return {};
    if (year_group == "R") return "Reception";
    if (year_group == "N") return "Nursery";
    return "Year " + year_group;
}

}  // namespace pupils
