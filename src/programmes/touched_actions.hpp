#pragma once

#include <optional>

#include "cases/cases.hpp"
#include "programmes/touched.hpp"
#include "visits/visit.hpp"

namespace programmes {

// Whom undoing the completion of the case touches, but for children of the visitor's own; empty where the
// child completed no programme.
std::optional<Touched> touched_by_undoing_completion(Visit const& visit, CaseId const& the_case);

}  // namespace programmes
