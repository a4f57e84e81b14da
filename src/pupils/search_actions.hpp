#pragma once

#include <string_view>
#include <vector>

#include "pupils/pupils.hpp"
#include "visits/visit.hpp"

namespace pupils::actions {

inline constexpr std::size_t most_found = 20;

struct Found {
    std::vector<Pupil> pupils;  // the best fits first, then by surname
    bool more = false;
};

// Pupils on roll whose names hold every typed word, as typed in a hurry, in any order; a word may also begin
// the name of their class: "4b smith" (H4). Nothing typed finds nobody.
Found search(db::Connection& db, SchoolId school, std::string_view typed, Date day);

}  // namespace pupils::actions
