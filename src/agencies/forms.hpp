#pragma once

#include "agencies/agencies.hpp"
#include "base/expected.hpp"
#include "base/fields.hpp"

namespace agencies::forms {

// What a new form holds: today.
Fields at(Date today);

// Every objection at once, each at its field.
Expected<AdviceInput, FormErrors> read(Fields const& fields, Date today);

}  // namespace agencies::forms
