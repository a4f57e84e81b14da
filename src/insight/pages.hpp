#pragma once

#include <string>
#include <vector>

#include "design/form.hpp"
#include "design/page.hpp"
#include "insight/insight.hpp"
#include "insight/missing.hpp"

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
    std::vector<int> years_to_make;  // by the reader
    bool may_make = false;
    bool may_decide_on_ethnicity = false;
};

// A school year's outcomes: sentences first, then parts side by side as a table, then how they keep children
// safe.
design::Page year(design::FormGuard const& guard, Year const& year);

// Where no outcomes were made yet: why, and how they come about.
design::Page none_yet(std::vector<int> const& years_to_make);

// Before a year's outcomes are made for good: what is on record and what is missing, in counts for who
// coordinates alone.
design::Page to_make(
    design::FormGuard const& guard, int school_year, OnRecord const& on_record, bool reader_coordinates
);

// Leads to years of which there are no outcomes and can be; nothing where there are none.
h::Node ways_to_make(std::vector<int> const& years);
h::Node how_children_are_safe();

// Everything that the page can show, a line for each cell and scale, as RFC 4180 has it.
std::string as_csv(Release const& release);

}  // namespace insight::pages
