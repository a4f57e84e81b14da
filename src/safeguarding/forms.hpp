#pragma once

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "safeguarding/safeguarding.hpp"

namespace safeguarding::forms {

// What a new form holds: today and the time now.
Fields at(Instant now);

// Every objection at once, each at its field.
Expected<Entered, FormErrors> read(Fields const& fields, Date today, Instant now);

}  // namespace safeguarding::forms
