#pragma once

#include <optional>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "staff/staff.hpp"

// The forms about one person, each a page of its own.
namespace staff::pages {

// A page that holds one form about the person.
design::Page form_page(std::string_view title, Person const& of, Answers const& answers, h::Node const& form);

design::Page add_person(design::FormGuard const& guard, Answers const& answers);
// `stands` is what someone else saved meanwhile.
design::Page change_person(
    design::FormGuard const& guard,
    Person const& of,
    Answers const& answers,
    int version,
    std::optional<Person> const& stands = {}
);
// `to_oneself`: says which roles nobody gives themselves.
design::Page give_role(
    design::FormGuard const& guard,
    Person const& to,
    std::vector<SchoolClass> const& classes,
    bool to_oneself,
    Answers const& answers
);
design::Page end_role(
    design::FormGuard const& guard, Person const& of, RoleHeld const& role, Answers const& answers
);
design::Page add_training(design::FormGuard const& guard, Person const& of, Answers const& answers);
// Puts an entry right, or takes it back. `untrained` are held sessions that what was typed leaves without
// training.
struct Correcting {
    Person of;
    Training training;
    std::vector<HeldSession> untrained = {};
    bool takes_back = false;  // what was typed
};
design::Page correct_training(
    design::FormGuard const& guard, Correcting const& correcting, Answers const& answers
);
design::Page leave(design::FormGuard const& guard, Person const& who, Answers const& answers);

}  // namespace staff::pages
