#pragma once

#include "change/report.hpp"
#include "need_to_know/need_to_know.hpp"
#include "visits/visit.hpp"

namespace change::actions {

// Whether the visitor makes the report: the SENCo, and who teaches the child.
bool may_report(Visit const& visit, need_to_know::Seen const& child);

// As of today, of the latest place of the case.
Report report_of(Visit& visit, need_to_know::Seen const& child, CaseId const& the_case);

}  // namespace change::actions
