#pragma once

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "pupils/pupils.hpp"

namespace contacts::forms {

// An adult as a form describes them. Who may not see court orders (`with_restriction` false) can't change
// them: what `before` holds stays.
Expected<pupils::Contact, FormErrors> contact(
    Fields const& form, pupils::Contact const& before, bool with_restriction
);

// The version of the contact that the form was filled in from.
int version(Fields const& form);

// The fields of a form that shows this adult.
Fields typed(pupils::Contact const& contact);

}  // namespace contacts::forms
