#pragma once

#include <string>

#include "cases/cases.hpp"

namespace cases::pages {

// "/cases/…/steps/letter/undoing"
std::string undoing_path(CaseId const& the_case, Step step);
// "/cases/…/closing/undoing"
std::string reopening_path(CaseId const& the_case);
// "/cases/…/on": the case as it stood on a day that is chosen there
std::string on_a_day_path(CaseId const& the_case);

}  // namespace cases::pages
