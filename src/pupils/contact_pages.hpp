#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/form.hpp"
#include "design/page.hpp"
#include "pupils/pupils.hpp"

namespace pupils::pages {

// How much of a child's contacts this person sees: a class teacher names alone; who may change them, all but
// court orders; the SENCo those too.
enum class ContactView { names, all_but_orders, everything };

// Where a child's contacts stand.
std::string contacts_path(Pupil const& pupil);

// The adults in a child's life.
design::Page contacts(Pupil const& pupil, std::vector<Contact> const& contacts, ContactView view);

struct ContactForm {
    Pupil pupil;
    std::optional<ContactId> contact;  // none: a new one
    int version = 0;
    ContactView view{};
    std::optional<Contact> now;  // what someone else saved meanwhile
};
// Adding an adult, or changing what is kept of one.
design::Page contact_form(design::FormGuard const& guard, ContactForm const& form, Answers const& answers);

}  // namespace pupils::pages
