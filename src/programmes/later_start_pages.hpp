#pragma once

#include <optional>
#include <string>
#include <vector>

#include "programmes/pages.hpp"

namespace programmes::pages {

// "/programmes/…/first-day"
std::string later_start_path(ProgrammeId const& programme);

// "It was to start on Tuesday 12 May 2026; it has not started."
std::string missed_start(Programme const& programme);

// The days that come of what was entered, and what they meet.
struct NewDays {
    std::vector<Date> days = {};
    bool another_weekday = false;
    std::vector<std::string> clashes = {};
    std::string untrained_then = {};
    std::vector<std::string> consent_runs_out = {};
    bool meet_nothing() const {
        return clashes.empty() && untrained_then.empty() && consent_runs_out.empty();
    }
};

// Another first day for a programme that has not started.
struct LaterStart {
    Programme programme;
    bool missed = false;
    NewDays then = {};
    bool changed_meanwhile = false;
    std::optional<DeliveryChange> last_change = {};  // shown beside what was typed meanwhile
};
design::Page later_start(design::FormGuard const& guard, LaterStart const& start, Answers const& answers);

}  // namespace programmes::pages
