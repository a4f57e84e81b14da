#pragma once

#include "design/page.hpp"

// Pages about Withy itself. They know nobody.
namespace app::pages {

design::Page accessibility();
design::Page privacy();
design::Page privacy_for_children();
// Who has not signed in may be a parent, and reads first how their letter's link works.
design::Page help(bool signed_in);

}  // namespace app::pages
