#pragma once

#include "base/calendar.hpp"
#include "journeys/markup.hpp"

// Forms filled in by rule, for tests that try all of them.
namespace journeys {

// The same fields, one of them with this value alone.
Fields with(Fields const& fields, std::string const& name, std::string const& value);
Fields with_day(Fields const& fields, std::string const& name, Date day);

// Ways to fill the form in, for who looks for one that is saved: what stands empty holds what its name asks
// for, and one field after the other holds other words or another answer; then other days; last, as it
// stands, by each of its buttons.
std::vector<Fields> ways_to_fill(Form const& form, Date today);

}  // namespace journeys
