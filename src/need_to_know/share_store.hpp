#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "db/connection.hpp"
#include "need_to_know/need_to_know.hpp"

namespace need_to_know::share_store {

// By whose word somebody knows more of a pupil than their tie opens, or less. What the child agreed to in
// this case, and where an objection was weighed; and what the SENCo shares of the open case, by name, and
// what was opened of the pupil and still is, the latest first. Few children have any of the second.
std::vector<Share> agreed(db::Connection& db, SchoolId school, CaseId const& the_case);
std::vector<Share> opened(
    db::Connection& db,
    SchoolId school,
    PupilId const& pupil,
    std::optional<CaseId> const& open_case,
    Instant now
);

// Parents and carers of the pupil who work at the school.
std::vector<StaffId> family(db::Connection& db, SchoolId school, PupilId const& pupil);

// The pupils of whom this person is a parent or carer.
std::vector<PupilId> own_children(db::Connection& db, SchoolId school, StaffId const& staff);

// All words that bear on what this person may know, of every pupil with an open case, what was answered to
// class teachers as far as they are in their class today; and of which pupils they are family: there is no
// word then.
struct OfPerson {
    PupilId pupil;
    std::optional<Share> share;
};
std::vector<OfPerson> of_person(
    db::Connection& db, SchoolId school, visits::Who const& who, Date today, Instant now
);

}  // namespace need_to_know::share_store
