#pragma once

#include <string>
#include <vector>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "moving/moving.hpp"

namespace moving::forms {

// Where the child goes: empty and today, or as it was said last.
Fields new_pack(Date today);
Fields as_before(NextSchool const& to);
Expected<NextSchool, FormErrors> read_pack(Fields const& fields, Date today);

// The ids of the lines that were chosen to go, each once.
std::vector<std::string> read_lines(Fields const& fields);

// Why a pack is discarded.
Expected<std::string, FormErrors> read_discarding(Fields const& fields);

// The code's digits; and the name of who has received it.
Expected<std::string, FormErrors> read_code(Fields const& fields);
Expected<std::string, FormErrors> read_receipt(Fields const& fields);

}  // namespace moving::forms
