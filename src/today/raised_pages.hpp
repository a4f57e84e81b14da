#pragma once

#include <string_view>
#include <vector>

#include "design/page.hpp"
#include "today/today.hpp"

namespace today::pages {

inline constexpr std::string_view raised_path = "/concerns";

// What this person wrote down about children, and what became of it, with a link to each concern.
design::Page raised_lately(std::vector<Raised> const& all);

}  // namespace today::pages
