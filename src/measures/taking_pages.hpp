#pragma once

#include "design/form.hpp"
#include "design/page.hpp"
#include "measures/class_page.hpp"

namespace measures::pages {

// A line for each pupil, a field for each measure. With script each line is saved as one goes; without, all
// at once.
design::Page of_class(design::FormGuard const& guard, ClassPage const& page);

}  // namespace measures::pages
