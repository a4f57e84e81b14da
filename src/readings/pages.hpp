#pragma once

#include <cstdint>
#include <vector>

#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"
#include "readings/readings.hpp"

namespace readings::pages {

// One page of those who have looked at the child, the newest first: on pages of the child's own, or on lists
// that the child stood on.
struct Looks {
    std::vector<Entry> entries;
    bool on_lists = false;
    std::int64_t on_own_pages_in_all = 0;
    std::int64_t on_lists_in_all = 0;
    int page = 1;
    int pages = 1;
};
design::Page looks(need_to_know::Seen const& child, Looks const& looks);

}  // namespace readings::pages
