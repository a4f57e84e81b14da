#pragma once

#include <optional>
#include <string>
#include <vector>

#include "comparison/comparison.hpp"
#include "design/page.hpp"
#include "referrals/concern.hpp"
#include "referrals/discussion.hpp"
#include "referrals/prioritisation.hpp"
#include "referrals/priority.hpp"
#include "strategies/strategies.hpp"

namespace referrals::pages {

std::string discussion_path(CaseId const& the_case);
std::string prioritisation_path(CaseId const& the_case);

// The concerns of a case as papers on the table.
struct Papers {
    design::PupilHeader header;
    PupilId pupil;
    CaseId the_case;
    std::string sentence;  // where the case stands
    std::vector<Concern> concerns;
    std::optional<Talk> talk_with_parents = {};
    std::vector<strategies::TargetArea> areas;
    std::vector<Discussion> discussions;  // the latest first
    std::optional<comparison::ChildBeside> comparison = {};
};

// Concerns at the left, the decision at the right (R3). `may_decide`: the discussion is due.
design::Page discussion(
    design::FormGuard const& guard, Papers const& papers, bool may_decide, Answers const& answers
);

// What is weighed and what was weighed (R4).
struct Weighed {
    std::optional<Prioritisation> prioritisation;  // none before it is done
    Suggestion suggestion;                         // as of today
    std::int64_t earlier_programmes = 0;
    bool may_prioritise = false;
    bool may_choose_what_next = false;  // wait for a place, or write the letter
    bool waits = false;
};
design::Page prioritisation(
    design::FormGuard const& guard,
    Papers const& papers,
    Weighed const& weighed,
    Answers const& answers,
    Answers const& waiting_answers
);

// The parts of a suggestion with their points, and the sum.
h::Node arithmetic(Suggestion const& suggestion);

// The fields of a place on the waiting list.
h::Node waiting_fields(Answers const& answers);

}  // namespace referrals::pages
