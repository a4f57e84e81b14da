#pragma once

#include <optional>

#include "html/html.hpp"
#include "letters/letters.hpp"
#include "visits/visit.hpp"

namespace letters {

// The header of the child's pages, for whom need to know lets in; empty for everyone else.
std::optional<h::Node> pupil_header(Visit& visit, std::optional<CaseId> const& the_case);

}  // namespace letters
