#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/cases.hpp"
#include "db/connection.hpp"

namespace cases::store {

// A case with what its status is worked out from, and who it is about.
struct Case {
    CaseId id;
    pupils::Pupil pupil;
    Instant opened_at;
    Facts facts;
};

// Every step of the case in order of taking, undone ones too.
std::vector<StepTaken> steps(db::Connection& db, SchoolId school, CaseId const& the_case);

// One case with its facts; empty where the school has none such.
std::optional<Case> find(db::Connection& db, SchoolId school, CaseId const& the_case, Date today);

// The facts of one case without its child, for who has read the child already.
std::optional<Facts> facts_of(db::Connection& db, SchoolId school, CaseId const& the_case, Date today);

// The case of the pupil that was closed last.
std::optional<CaseId> latest_closed_of(db::Connection& db, SchoolId school, PupilId const& pupil);

// All open cases of the school, each with its facts, in a number of queries that does not grow with them.
std::vector<Case> open(db::Connection& db, SchoolId school, Date today);

// Those of them in which this person wrote a concern.
std::vector<Case> open_raised_by(db::Connection& db, SchoolId school, StaffId const& staff, Date today);

// The open case of the pupil alone, without facts.
std::optional<CaseId> open_case_of(db::Connection& db, SchoolId school, PupilId const& pupil);

// True while the school has the case and it is not closed.
bool is_open(db::Connection& db, SchoolId school, CaseId const& the_case);

// The child's open place, by its id.
std::optional<std::string> open_place(db::Connection& db, SchoolId school, CaseId const& the_case);

void add(
    db::Connection& db, SchoolId school, CaseId const& the_case, PupilId const& pupil, Instant opened_at
);
void close(
    db::Connection& db, SchoolId school, CaseId const& the_case, Instant closed_at, std::string const& why
);

void add_step(db::Connection& db, SchoolId school, CaseId const& the_case, StepTaken const& taken);

}  // namespace cases::store
