#pragma once

#include <vector>

#include "comparison/named_screen.hpp"
#include "design/page.hpp"

namespace comparison::pages {

// The pupils whom the page of this screen names.
std::vector<need_to_know::Named> shown_of(NamedScreen const& named);

// The screen of one class: one sentence first, then who stands out or whom to talk about first with their
// scores, what it does not say, and the method.
design::Page screen_of_class(ScreenOfClass const& of);

// The screens of every class of the term, one after another, explained once; which classes were not measured,
// and who has a case already.
design::Page screens_of_school(SchoolScreens const& screens);

}  // namespace comparison::pages
