#pragma once

#include <string>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"
#include "safeguarding/handover.hpp"
#include "safeguarding/safeguarding.hpp"

namespace safeguarding::pages {

// "A safeguarding concern? Record it on CPOMS, not here." Stands first on the concern form (I8).
h::Node opening_notice();

std::string path_of(PupilId const& pupil);

// The one clear way, on every page of a case or session, to say that a concern went to CPOMS (S1).
h::Node link_for(PupilId const& pupil);
// The same where several children stand on one page.
h::Node link_for(need_to_know::Named const& child, std::string_view called);
// The same where the children are named nowhere else beside it.
h::Node link_naming(need_to_know::Named const& child, std::string_view called);
// The link alone, within a row that is not printed.
h::Node link_about(need_to_know::Named const& child, std::string_view called);

// What stands where CPOMS would open, while the school has not said where that is.
design::Page no_cpoms_address();

// What is known beside the child: the pointers, how far each has come that is handed over, and where CPOMS
// opens, which is empty where the school has not said.
struct WhatStands {
    std::vector<Pointer> pointers;
    std::vector<Handover> handovers;
    std::string cpoms_address;
};

// Notes a new pointer, and lists the earlier ones.
design::Page pointers(
    need_to_know::Seen const& child,
    WhatStands const& stands,
    bool may_set_up,
    design::FormGuard const& guard,
    Answers const& answers
);

}  // namespace safeguarding::pages
