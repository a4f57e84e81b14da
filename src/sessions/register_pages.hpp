#pragma once

#include <string>

#include "sessions/pages.hpp"

namespace sessions::pages {

// From the day the session is planned for, to who holds it.
bool register_is_open(View const& view);

// What the only child is called whom an open register asks about, as in one to one: without that child the
// session is not held. Empty where it asks about none or several.
std::string only_child(View const& view);

// One form, so that a plan that was typed is saved with the register, which comes first: children are
// waiting.
h::Node register_and_plan(design::FormGuard const& guard, View const& view, Answers const& answers);

}  // namespace sessions::pages
