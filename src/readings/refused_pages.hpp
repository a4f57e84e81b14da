#pragma once

#include <map>
#include <string>
#include <vector>

#include "design/page.hpp"
#include "need_to_know/named.hpp"
#include "readings/readings.hpp"

namespace readings::pages {

// Who asked for a page about one child and was refused it, each with the reason.
h::Node refusals_of_child(std::vector<Entry> const& entries);

// One page of what was refused in a school of late, the newest first, with the children whom the reader may
// know of.
struct Refusals {
    std::vector<Entry> entries;
    std::map<std::string, need_to_know::Named> children;  // by id
    design::Place back;
    int page = 1;
    int pages = 1;
};
design::Page refusals(Refusals const& refusals);

}  // namespace readings::pages
