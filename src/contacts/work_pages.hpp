#pragma once

#include <string>
#include <utility>
#include <vector>

#include "design/form.hpp"
#include "design/page.hpp"
#include "need_to_know/contacts.hpp"
#include "pupils/pupils.hpp"

namespace contacts::pages {

// Whether a parent or carer works here, and as whom: then they see this child as a parent does, and nothing
// at work.
design::Page works_here(
    need_to_know::SeenContacts const& child,
    pupils::Contact const& contact,
    std::vector<std::pair<visits::StaffId, std::string>> const& people,
    design::FormGuard const& guard,
    Answers const& answers
);

}  // namespace contacts::pages
