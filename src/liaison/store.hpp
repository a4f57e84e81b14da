#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "liaison/liaison.hpp"

namespace liaison::store {

std::optional<Question> question(db::Connection& db, SchoolId school, QuestionId const& question);

// Newest first.
std::vector<Question> questions_of(db::Connection& db, SchoolId school, CaseId const& the_case);

// What waits for this class teacher's answer today, oldest first.
std::vector<Question> questions_for(db::Connection& db, SchoolId school, StaffId const& teacher, Date today);

void add(db::Connection& db, SchoolId school, Question const& question);

// False where it was answered already.
bool answer(
    db::Connection& db,
    SchoolId school,
    QuestionId const& question,
    std::string const& words,
    StaffId const& by,
    Instant at
);

// False where there is no answer, or it was seen already.
bool see_answer(db::Connection& db, SchoolId school, QuestionId const& question, Instant at);

// The talks of a case, the latest first.
std::vector<Line> lines_of(db::Connection& db, SchoolId school, CaseId const& the_case);

void add(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    LineId const& line,
    LineInput const& said,
    StaffId const& by,
    Instant at
);

}  // namespace liaison::store
