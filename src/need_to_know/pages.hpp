#pragma once

#include <string>
#include <vector>

#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"

namespace need_to_know::pages {

// The header of every page about a child. It is made from an Access, so a page about a child is only for whom
// the rule has let in, and it says why (N1). Who supports the child is part of the headline.
design::PupilHeader header(
    pupils::Pupil const& pupil,
    Access const& access,
    std::vector<std::string> const& supporters = {},
    h::Node tag = {}
);

}  // namespace need_to_know::pages
