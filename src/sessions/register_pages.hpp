#pragma once

#include "sessions/pages.hpp"

namespace sessions::pages {

// From the day the session is planned for, to who holds it.
bool register_is_open(View const& view);

// One form, so that a plan that was typed is saved with the register.
h::Node plan_and_register(design::FormGuard const& guard, View const& view, Answers const& answers);

}  // namespace sessions::pages
