#pragma once

#include <cstdint>
#include <vector>

#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"
#include "readings/readings.hpp"

namespace readings::pages {

// Which entries are shown: reads of pages of the child's own, of lists that the child stood on, or pages that
// were refused.
enum class Shown { own_pages, lists, refused };

// One page of those who have looked at the child, or tried to, the newest first.
struct Looks {
    std::vector<Repeated> reads;
    std::vector<Entry> refusals;
    Shown shown = Shown::own_pages;
    std::int64_t on_own_pages_in_all = 0;
    std::int64_t on_lists_in_all = 0;
    std::int64_t refused_in_all = 0;
    int page = 1;
    int pages = 1;
};
design::Page looks(need_to_know::Seen const& child, Looks const& looks);

}  // namespace readings::pages
