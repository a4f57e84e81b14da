#pragma once

#include "design/page.hpp"
#include "today/today.hpp"

namespace today::pages {

// A person's work for today: overdue, due, waiting for others, then the day's sessions.
design::Page day(design::FormGuard const& guard, Day const& day);

// Why there is nothing to open yet, and whom to ask.
design::Page without_role(WithoutRole const& standing);

}  // namespace today::pages
