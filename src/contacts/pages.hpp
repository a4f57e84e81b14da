#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/form.hpp"
#include "design/page.hpp"
#include "need_to_know/contacts.hpp"
#include "pupils/pupils.hpp"

namespace contacts::pages {

// Where a child's contacts stand.
std::string contacts_path(pupils::Pupil const& pupil);

// The adults in a child's life, as far as the visitor sees them.
design::Page contacts(need_to_know::SeenContacts const& child, std::vector<pupils::Contact> const& contacts);

struct ContactForm {
    need_to_know::SeenContacts child;
    std::optional<ContactId> contact = {};  // none: a new one
    int version = 0;
    std::optional<pupils::Contact> now = {};  // what someone else saved meanwhile
};
// Adding an adult, or changing what is kept of one.
design::Page contact_form(design::FormGuard const& guard, ContactForm const& form, Answers const& answers);

// The header of these pages, which says why the visitor sees them.
design::PupilHeader header(need_to_know::SeenContacts const& child);

}  // namespace contacts::pages
