#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "referrals/concern.hpp"

namespace referrals::concern_store {

// With its areas; empty where the school has no such concern.
std::optional<Concern> find(db::Connection& db, SchoolId school, ConcernId const& concern);

// All concerns of the case, oldest first, with their areas.
std::vector<Concern> of_case(db::Connection& db, SchoolId school, CaseId const& the_case);

// The concern and all others of its case, oldest first, with their areas, and whether the reader has said
// that they know of it; empty where the school has no such concern.
std::vector<Concern> with_those_beside(
    db::Connection& db, SchoolId school, ConcernId const& concern, StaffId const& reader
);

// What lists need of the concerns of all open cases, oldest first.
struct Headline {
    ConcernId id;
    CaseId the_case;
    bool answer_missing = false;
    StaffId written_by;
    Instant written_at;
    std::optional<Instant> read_at;
    std::optional<Instant> reworded_at;
    auto columns() {
        return std::tie(id, the_case, answer_missing, written_by, written_at, read_at, reworded_at);
    }
};
std::vector<Headline> of_open_cases(db::Connection& db, SchoolId school);

// Parents' concerns of open cases that nobody has answered, oldest first, as far as they are this person's to
// answer beside the SENCo: about children of whose class they are the teacher today; and for a headteacher,
// those that they wrote down.
struct ParentWaits {
    ConcernId id;
    PupilId pupil;
    std::string pupil_name;
    StaffId written_by;
    std::string written_by_name;
    Instant written_at;
    auto columns() { return std::tie(id, pupil, pupil_name, written_by, written_by_name, written_at); }
};
std::vector<ParentWaits> parents_who_wait_for(
    db::Connection& db, SchoolId school, StaffId const& person, Date today
);

void add(db::Connection& db, SchoolId school, Concern const& concern);

// New words, which nobody has read or seen yet. False where the concern was changed since this version.
bool change(
    db::Connection& db,
    SchoolId school,
    ConcernId const& concern,
    ConcernInput const& said,
    int version,
    Instant at
);

// False where the parent has been answered already.
bool set_answer(
    db::Connection& db,
    SchoolId school,
    ConcernId const& concern,
    std::string const& answer,
    StaffId const& by,
    Instant at
);

// That the SENCo has read it; the first time counts.
void set_read(db::Connection& db, SchoolId school, ConcernId const& concern, StaffId const& by, Instant at);

// That who delivers has seen it in the words that it has; false where they had before.
bool add_seen(db::Connection& db, SchoolId school, Concern const& concern, StaffId const& by, Instant at);

// That the writer has read why the case was not taken up, for all that they wrote in it.
void set_decision_read(
    db::Connection& db, SchoolId school, CaseId const& the_case, StaffId const& writer, Instant at
);

}  // namespace referrals::concern_store
