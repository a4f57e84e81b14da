#pragma once

#include <optional>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "staff/staff.hpp"

// The forms about one person, each a page of its own.
namespace staff::pages {

design::Page add_person(design::FormGuard const& guard, Answers const& answers);
// `stands` is what someone else saved meanwhile.
design::Page change_person(
    design::FormGuard const& guard,
    Person const& of,
    Answers const& answers,
    int version,
    std::optional<Person> const& stands = {}
);
design::Page give_role(
    design::FormGuard const& guard,
    Person const& to,
    std::vector<SchoolClass> const& classes,
    Answers const& answers
);
design::Page end_role(
    design::FormGuard const& guard, Person const& of, RoleHeld const& role, Answers const& answers
);
design::Page add_training(design::FormGuard const& guard, Person const& of, Answers const& answers);
design::Page leave(design::FormGuard const& guard, Person const& who, Answers const& answers);

}  // namespace staff::pages
