#pragma once

#include "visits/setup.hpp"

namespace app {

// What the operator set for this process. Any thread may ask; said anew by each Application that is made.
visits::Setup setup_in_force();
void put_in_force(visits::Setup setup);

}  // namespace app
