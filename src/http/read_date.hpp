#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.hpp"
#include "base/expected.hpp"
#include "base/fields.hpp"

namespace http {

// The day that a person typed under the name: as ISO, as "12/5/2026", "12 5 2026" or "12 May 2026", or in the
// three fields name-day, name-month and name-year. Empty where nothing was typed; otherwise the message says
// which part is wrong.
Expected<std::optional<Date>, std::string> read_date(Fields const& fields, std::string_view name);

}  // namespace http
