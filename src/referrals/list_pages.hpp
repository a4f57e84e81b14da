#pragma once

#include <optional>
#include <vector>

#include "design/page.hpp"
#include "referrals/list.hpp"

namespace referrals::pages {

// The list of referrals by step, days counted, filters that are links.
struct ListView {
    std::vector<ListLine> lines;  // the oldest first
    std::optional<Group> chosen;
    Date today;
    bool coordinates = false;  // the SENCo: each line leads to the step that is due
};
design::Page referrals(ListView const& view);

}  // namespace referrals::pages
