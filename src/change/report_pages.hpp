#pragma once

#include "change/report.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"

namespace change::pages {

// The report for parents as it prints on one sheet, with the way to it as PDF.
design::Page report(need_to_know::Seen const& child, CaseId const& the_case, Report const& report);

}  // namespace change::pages
