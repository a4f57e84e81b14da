#pragma once

#include <optional>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "measures/measures.hpp"

// What the school measures, as the pages of those who define it show it.
namespace measures::pages {

// What stands of each kind, what came before, and what can be taken as it is.
design::Page measures(
    design::FormGuard const& guard, std::vector<Measure> const& all, FormErrors const& errors = {}
);

design::Page add_measure(design::FormGuard const& guard, Kind kind, Answers const& answers);

// A measure that stands, to be changed; and what stands now where somebody else changed it.
struct Changing {
    Measure measure;
    bool has_scores = false;
    std::optional<Measure> theirs = {};
};
design::Page change_measure(design::FormGuard const& guard, Changing const& changing, Answers const& answers);

}  // namespace measures::pages
