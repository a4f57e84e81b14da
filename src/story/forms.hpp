#pragma once

#include <string>

#include "base/expected.hpp"
#include "base/fields.hpp"

namespace story::forms {

// Why a step or a closing is undone.
Expected<std::string, FormErrors> read_undoing(Fields const& fields);

}  // namespace story::forms
