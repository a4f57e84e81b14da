#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/form.hpp"
#include "design/page.hpp"
#include "insight/insight.hpp"

namespace insight::pages {

// What somebody asked to see of a year.
struct Asked {
    std::string provision;  // empty: any
    Dimension dimension{};
    std::string part;
};

struct Year {
    Release release;
    std::vector<int> years;  // of which there are outcomes
    Asked asked;
    std::optional<int> year_to_make;
    bool may_make = false;
};

// A school year's outcomes: sentences first, then parts side by side as a table, then how they keep children
// safe.
design::Page year(design::FormGuard const& guard, Year const& year);

// Where no outcomes were made yet: why, and how they come about.
design::Page none_yet(design::FormGuard const& guard, std::optional<int> year_to_make, bool may_make);

// Everything that the page can show, a line for each cell and scale, as RFC 4180 has it.
std::string as_csv(Release const& release);

}  // namespace insight::pages
