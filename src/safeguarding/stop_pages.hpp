#pragma once

#include <string>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "safeguarding/stop.hpp"

namespace safeguarding::pages {

// Asks whether what was typed is a safeguarding concern, with its marked sentences and the whole form kept:
// they can be taken out, changed, or confirmed as none. Nothing of it is saved until then.
design::Page question(
    design::FormGuard const& guard,
    std::string const& path,
    Fields const& form,
    std::vector<StoppedText> const& stopped
);

}  // namespace safeguarding::pages
