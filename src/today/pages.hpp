#pragma once

#include "design/page.hpp"
#include "today/today.hpp"

namespace today::pages {

// A person's work for today: overdue, due, waiting for others, then the day's sessions.
design::Page day(design::FormGuard const& guard, Day const& day);

}  // namespace today::pages
