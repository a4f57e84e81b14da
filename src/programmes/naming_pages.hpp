#pragma once

#include <string>

#include "programmes/pages.hpp"

namespace programmes::pages {

// "/programmes/…/name"
std::string naming_path(ProgrammeId const& programme);

// Another name; `changed_meanwhile` shows the one that somebody else saved.
design::Page naming(
    design::FormGuard const& guard, Programme const& programme, bool changed_meanwhile, Answers const& answers
);

// That the name tells of a child, and the way to another name.
h::Node tells_of_a_child(Programme const& programme, need_to_know::Named const& child);

h::Node renamed(Programme const& programme);

}  // namespace programmes::pages
