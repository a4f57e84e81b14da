#pragma once

#include <vector>

#include "db/connection.hpp"
#include "sharing/next_school.hpp"

namespace sharing::next_school_store {

// Every word of the child about the next school, the latest first.
std::vector<NextSchoolWord> words_of(db::Connection& db, SchoolId school, CaseId const& the_case);

struct NewWord {
    NextSchoolWordId id;
    CaseId the_case;
    Date asked_on;
    StaffId asked_by;
    NextSchoolInput said;
    Instant made_at;
};
// Keeps the word beside those before it, from now on as the one that holds.
void add(db::Connection& db, SchoolId school, NewWord const& made);

}  // namespace sharing::next_school_store
