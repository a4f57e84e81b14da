#pragma once

#include <string>
#include <vector>

#include "programmes/pages.hpp"

namespace programmes::pages {

// "/programmes/…/first-day"
std::string later_start_path(ProgrammeId const& programme);

// "It was to start on Tuesday 12 May 2026; it has not started."
std::string missed_start(Programme const& programme);

// What the new days meet.
struct Warnings {
    std::vector<std::string> clashes = {};
    std::string untrained_then = {};
};

// Another first day for a programme that has not started.
design::Page later_start(
    design::FormGuard const& guard,
    Programme const& programme,
    bool missed,
    Warnings const& warnings,
    Answers const& answers
);

}  // namespace programmes::pages
