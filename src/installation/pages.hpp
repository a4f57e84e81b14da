#pragma once

#include <vector>

#include "design/page.hpp"
#include "installation/installation.hpp"

namespace installation::pages {

// Each check with what it says, what is unsafe first.
design::Page installation(std::vector<Finding> findings);

}  // namespace installation::pages
