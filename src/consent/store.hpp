#pragma once

#include <vector>

#include "consent/consent.hpp"
#include "db/connection.hpp"

namespace consent::store {

// Every answer and decision of the case, in the order of their number.
std::vector<Received> history(db::Connection& db, SchoolId school, CaseId const& the_case);

// Adds the answer under the case's next number, whatever number it carries, and gives that number.
int add(db::Connection& db, SchoolId school, CaseId const& the_case, Received const& received);

// Who was asked and when, earliest first.
std::vector<Request> requests(db::Connection& db, SchoolId school, CaseId const& the_case);

void add_request(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    Request const& request,
    StaffId const& asked_by
);

// The adults whose answer counts: who holds parental responsibility for the pupil, and who has answered.
std::vector<pupils::Contact> respondents(db::Connection& db, SchoolId school, CaseId const& the_case);

}  // namespace consent::store
