#pragma once

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "pupils/details.hpp"

namespace roll::forms {

// Whether ethnicity is kept from now on.
Expected<bool, FormErrors> keeps_ethnicity(Fields const& fields);
Fields typed(bool keeps_ethnicity);

// These details with the pupil premium as the form says it and, where the school keeps it, the ethnicity.
Expected<pupils::Details, FormErrors> entry(
    Fields const& fields, pupils::Details const& before, bool keeps_ethnicity
);
Fields typed(pupils::Details const& details);

// The version of the pupil that the form was opened with.
int version(Fields const& fields);

}  // namespace roll::forms
