#pragma once

#include <string>
#include <vector>

#include "assessments/pages.hpp"
#include "html/html.hpp"

namespace assessments::pages {

// One assessment drawn against its norms, with its figures.
h::Node drawn(Read const& read, need_to_know::Named const& child);

// Two beside one another, the earlier outlined; with what changed where they may be compared, and else why
// they are not.
h::Node drawn(Pair const& pair, need_to_know::Named const& child);

// "On entry, 5 May 2026, the class teacher"
std::string named(Assessment const& assessment);

// Says of a closed case why its ratings stay as they are; nothing of an open one.
h::Node closed_notice(std::string const& why_closed);

// What the scheme calls each score; nothing where no scheme was chosen.
h::Node bands(Read const& read);

}  // namespace assessments::pages
