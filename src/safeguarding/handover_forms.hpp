#pragma once

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "safeguarding/handover.hpp"

namespace safeguarding::forms {

// Where CPOMS opens and what is handed over; every objection at once.
Expected<CpomsSettings, FormErrors> read_settings(Fields const& fields);

// The settings as a form holds them.
Fields typed(CpomsSettings const& settings);

// Which version of the school's details the form was filled in against.
int version(Fields const& fields);

}  // namespace safeguarding::forms
