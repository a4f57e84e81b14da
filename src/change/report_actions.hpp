#pragma once

#include <optional>

#include "change/report.hpp"
#include "need_to_know/need_to_know.hpp"
#include "visits/visit.hpp"

namespace change::actions {

// Whether there is something to report, and the visitor reports it: the SENCo, and who teaches the child.
bool may_report(Visit& visit, need_to_know::Seen const& child, CaseId const& the_case);

// As of today, of the place that stands or was completed last; nothing where there is none, or somebody else
// makes the report.
std::optional<Report> report_of(Visit& visit, need_to_know::Seen const& child, CaseId const& the_case);

}  // namespace change::actions
