#pragma once

#include <optional>

#include "design/page.hpp"
#include "letters/letters.hpp"

namespace letters::pages {

// The school's letter to edit, with the words that Withy fills in beside it. `theirs` is what somebody else
// saved meanwhile: both texts are shown, none is lost.
design::Page letter_template(
    design::FormGuard const& guard,
    Template const& in_use,
    Answers const& answers,
    std::optional<Template> const& theirs = {}
);

}  // namespace letters::pages
