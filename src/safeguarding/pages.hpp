#pragma once

#include <string>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"
#include "safeguarding/safeguarding.hpp"

namespace safeguarding::pages {

// "A safeguarding concern? Record it on CPOMS, not here." Stands first on the concern form (I8).
h::Node opening_notice();

std::string path_of(PupilId const& pupil);

// The one clear way, on every page of a case or session, to say that a concern went to CPOMS (S1).
h::Node link_for(PupilId const& pupil);
// The same where several children stand on one page.
h::Node link_for(PupilId const& pupil, std::string_view forename);
// The same where the children are named nowhere else beside it.
h::Node link_naming(PupilId const& pupil, std::string_view forename);
// The link alone, within a row that is not printed.
h::Node link_about(PupilId const& pupil, std::string_view forename);

// Notes a new pointer, and lists the earlier ones. `cpoms_address` is empty where the school has not set it.
design::Page pointers(
    need_to_know::Seen const& child,
    std::vector<Pointer> const& earlier,
    std::string const& cpoms_address,
    design::FormGuard const& guard,
    Answers const& answers
);

}  // namespace safeguarding::pages
