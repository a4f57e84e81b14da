#pragma once

#include <string>
#include <vector>

#include "assessments/assessments.hpp"
#include "assessments/leads.hpp"
#include "base/fields.hpp"
#include "design/form.hpp"
#include "design/page.hpp"

namespace assessments::pages {

// ": Friendships (strategies, 2 session plans)"; nothing where the strand leads nowhere.
h::Node ways_on(WaysOn const& ways, std::string const& scale);

// Which target areas each strand of the instrument leads to, to be ticked.
struct Ticking {
    LoadedInstrument loaded;
    std::vector<strategies::TargetArea> areas;
    StrandAreas stands;  // where they lead now
};
design::Page areas(design::FormGuard const& guard, Ticking const& ticking, Answers const& answers);

}  // namespace assessments::pages
