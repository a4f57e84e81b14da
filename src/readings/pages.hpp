#pragma once

#include <vector>

#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"
#include "readings/readings.hpp"

namespace readings::pages {

// One page of those who have looked at the child, the newest first.
struct Looks {
    std::vector<Entry> entries;
    int page = 1;
    int pages = 1;
};
design::Page looks(need_to_know::Seen const& child, Looks const& looks);

}  // namespace readings::pages
