#pragma once

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "pupils/pupils.hpp"

namespace pupils {

// An adult as a form describes them. Who may not see court orders (`with_restriction` false) can't change
// them: what `before` holds stays.
Expected<Contact, FormErrors> contact_form(Fields const& form, Contact const& before, bool with_restriction);

// The version of the contact that the form was filled in from.
int contact_version(Fields const& form);

// The fields of a form that shows this adult.
Fields typed_as(Contact const& contact);

}  // namespace pupils
