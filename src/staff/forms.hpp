#pragma once

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "staff/staff.hpp"

namespace staff::forms {

Expected<PersonInput, FormErrors> person(Fields const& form);
Expected<RoleInput, FormErrors> role(Fields const& form);
Expected<TrainingInput, FormErrors> training(Fields const& form);
// The day under this field.
Expected<Date, FormErrors> day(Fields const& form, std::string_view field, std::string_view absent);

// The version that the form was filled in against; 0 where it carries none.
int version(Fields const& form);

// A form filled in with what stands.
Fields typed(Person const& person);

}  // namespace staff::forms
