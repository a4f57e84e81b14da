#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "referrals/discussion.hpp"
#include "referrals/prioritisation.hpp"

namespace referrals::discussion_store {

// The discussions of the case, the latest first, each with the names of its agreed areas.
std::vector<Discussion> discussions(db::Connection& db, SchoolId school, CaseId const& the_case);

void add(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    DiscussionId const& discussion,
    DiscussionInput const& said,
    StaffId const& by,
    Instant at
);

// The latest prioritisation of the case.
std::optional<Prioritisation> prioritisation(db::Connection& db, SchoolId school, CaseId const& the_case);

void add(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    PrioritisationId const& prioritisation,
    PrioritisationInput const& said,
    StaffId const& by,
    Instant at
);

// How many cases of the pupil besides this one came as far as a programme.
std::int64_t earlier_programmes(db::Connection& db, SchoolId school, CaseId const& the_case);

}  // namespace referrals::discussion_store
