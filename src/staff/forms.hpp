#pragma once

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "staff/staff.hpp"

namespace staff::forms {

Expected<PersonInput, FormErrors> person(Fields const& form);
Expected<RoleInput, FormErrors> role(Fields const& form, Date today);
Expected<TrainingInput, FormErrors> training(Fields const& form, Date today);
// Of training of this kind.
Expected<TrainingCorrection, FormErrors> training_correction(
    Fields const& form, TrainingKind kind, Date today
);
Expected<std::string, FormErrors> taking_back(Fields const& form);
// The last day of a role, and the first day without a person.
Expected<Date, FormErrors> end_of_role(Fields const& form, Date today);
Expected<Date, FormErrors> leaving(Fields const& form, Date today);

// The version that the form was filled in against; 0 where it carries none.
int version(Fields const& form);

// A form filled in with what stands.
Fields typed(Training const& training);
Fields typed(Person const& person);

}  // namespace staff::forms
