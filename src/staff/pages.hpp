#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "staff/staff.hpp"

namespace staff::pages {

// Where one person's page is.
std::string path_of(StaffId const& person);

// Everyone who works here, with roles, training and account; what expires soon stands above.
design::Page people(std::vector<PersonLine> const& lines);

// One person: account, roles, training, leaving.
struct PersonStory {
    PersonLine line;
    std::vector<RoleHeld> roles;
    std::vector<Training> trainings;
};
design::Page person(design::FormGuard const& guard, PersonStory const& story, Date today);

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

// The invitation's link, shown this once.
design::Page invitation(Person const& to, std::string const& link);
// Why no invitation could be made.
design::Page no_invitation(Person const& to, Refusal refusal);

}  // namespace staff::pages
