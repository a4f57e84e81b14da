#pragma once

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "measures/measures.hpp"
#include "measures/ready.hpp"

namespace measures::forms {

Expected<Definition, FormErrors> definition(Fields const& form);
Fields typed(Definition const& definition);

// The ready measure that somebody takes; none where the form names none.
std::optional<Ready> ready(Fields const& form);

// The version that the form was filled in against; 0 where it carries none.
int version(Fields const& form);

}  // namespace measures::forms
