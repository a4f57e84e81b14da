#pragma once

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "sharing/next_school.hpp"

namespace sharing::forms {

// What the child answers about the next school, and how the adult judges that they understand.
Expected<NextSchoolInput, FormErrors> read_next_school(Fields const& fields);

}  // namespace sharing::forms
