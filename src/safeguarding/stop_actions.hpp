#pragma once

#include <string_view>

#include "visits/visit.hpp"

namespace safeguarding {

// Puts on record that this person said of words on such a page that they are no safeguarding concern. The
// words are not.
void record_confirmation(Visit& visit, std::string_view page);

}  // namespace safeguarding
