#pragma once

#include "sessions/pages.hpp"

namespace sessions::pages {

// From the day the session is planned for, to who holds it.
bool register_is_open(View const& view);

// One form, so that a plan that was typed is saved with the register, which comes first: children are
// waiting.
h::Node register_and_plan(design::FormGuard const& guard, View const& view, Answers const& answers);

}  // namespace sessions::pages
