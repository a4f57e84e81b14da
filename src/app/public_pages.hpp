#pragma once

#include "design/page.hpp"

// Pages about Withy itself. They know nobody.
namespace app::pages {

design::Page accessibility();
design::Page privacy();
design::Page privacy_for_children();
design::Page help();

}  // namespace app::pages
