#pragma once

#include "demonstration/demonstration.hpp"
#include "design/page.hpp"

namespace demonstration::pages {

// Everyone in the made-up school whom a visitor may be, each with what their day holds.
design::Page be_somebody(design::FormGuard const& guard, Chosen const& chosen, People const& people);

}  // namespace demonstration::pages
