#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "need_to_know/need_to_know.hpp"

namespace need_to_know::store {

// What brings anybody nearer to the pupil today than the headline; empty where the school has no such pupil.
std::optional<Child> child(
    db::Connection& db, SchoolId school, PupilId const& pupil, Date today, Instant now
);

// The same of the pupil whom the case is about, as far as this very case goes: an earlier or later case of
// the pupil brings nobody near. A closed case keeps no deliverer.
std::optional<Child> child_of_case(
    db::Connection& db, SchoolId school, CaseId const& the_case, Date today, Instant now
);

// The child whose case a parent's or a next school's link leads to, by the hash of its token.
std::optional<PupilId> child_of_link(db::Connection& db, SchoolId school, std::string const& token_hash);

// The child of the case, where their latest word lets go to the next school what they confided, and they
// understand what that means.
std::optional<PupilId> child_who_lets_go(db::Connection& db, SchoolId school, CaseId const& the_case);

// Whether the colleague wrote a concern about the child.
bool wrote_of(db::Connection& db, SchoolId school, StaffId const& staff, PupilId const& pupil);

// Of whom words tell that were sealed for this id, where they are not a child's with a record of their own:
// the child whose record theirs became; the children who are reached by a contact; a colleague themselves.
std::vector<std::string> told_by_words_of(db::Connection& db, SchoolId school, std::string_view whom);

// Who wrote a concern of the case.
std::vector<StaffId> raised_by(db::Connection& db, SchoolId school, CaseId const& the_case);

// Who delivered the programme of each case of this pupil that its next step has closed, the latest last.
std::vector<KeepsInTouch> in_touch(db::Connection& db, SchoolId school, PupilId const& pupil);

// Pupils with an open case to whom this person has a tie of that case; and those without one with whom they
// keep in touch after a case.
struct Tie {
    PupilId pupil;
    Relationship relationship{};
    std::optional<Date> from_on;  // where the person only takes over on that day
    std::optional<Instant> closed_at;
    auto columns() { return std::tie(pupil, relationship, from_on, closed_at); }
};
std::vector<Tie> ties_of(db::Connection& db, SchoolId school, StaffId const& staff, Date today);

// Every open case, with whom it is about. A pupil has one at a time.
struct OpenCase {
    PupilId pupil;
    CaseId the_case;
    auto columns() { return std::tie(pupil, the_case); }
};
std::vector<OpenCase> open_cases(db::Connection& db, SchoolId school);

}  // namespace need_to_know::store
