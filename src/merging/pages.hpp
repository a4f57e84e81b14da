#pragma once

#include <string>
#include <utility>
#include <vector>

#include "design/page.hpp"
#include "merging/merging.hpp"
#include "need_to_know/need_to_know.hpp"

namespace merging::pages {

// A merging with what stands against taking it back.
struct Listed {
    Merged merged;
    std::optional<UndoRefusal> obstacle;
};

// A child of the same name, with another date of birth.
struct BornOtherwise {
    need_to_know::Seen child;
    Date born_on;
};

// The other records that could be of the same child, and what was merged into this one.
struct Overview {
    need_to_know::Seen const& child;
    std::vector<need_to_know::Seen> candidates;
    std::vector<BornOtherwise> born_otherwise;
    std::vector<Listed> mergings;
};
design::Page overview(design::FormGuard const& guard, Overview const& overview, Answers const& answers);

// Two records beside each other, what of the former would go over, and what is kept.
struct Beside {
    need_to_know::Seen const& child;
    Record const& stays;
    Record const& former;
    std::vector<Value> const& values;
    std::vector<Difference> const& differences;
    bool must_be_confirmed = false;
    std::vector<std::pair<std::string, int>> rows;  // what goes over, and how many
    std::vector<Refusal> const& objections;
};
design::Page beside(design::FormGuard const& guard, Beside const& beside, Answers const& answers);

}  // namespace merging::pages
