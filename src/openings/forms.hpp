#pragma once

#include <string>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "openings/openings.hpp"

namespace openings::forms {

// Why the headteacher opens a case.
Expected<std::string, FormErrors> read_reason(Fields const& fields);

// What is said when safeguarding overrides.
Expected<OverrideInput, FormErrors> read_override(Fields const& fields);

}  // namespace openings::forms
