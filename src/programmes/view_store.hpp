#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "consent/consent.hpp"
#include "db/connection.hpp"
#include "programmes/programmes.hpp"

// Whole programmes and schools at a glance.
namespace programmes::store {

// A programme is shown among the others for so long after it was completed.
inline constexpr int days_shown_completed = 365;

// How many places are taken, by programme, of those that are shown.
std::map<ProgrammeId, int> taken(db::Connection& db, SchoolId school, Date today);

// The cases of the programme's children whose step of start stands.
std::set<CaseId> started_cases(db::Connection& db, SchoolId school, ProgrammeId const& programme);

// Every parent's answer for every child of the programme, in order.
std::map<CaseId, std::vector<consent::Received>> answers_in(
    db::Connection& db, SchoolId school, ProgrammeId const& programme
);

// Open places of children whom this person teaches, with a target in words that has no measure from before.
struct Unmeasured {
    Place place;
    std::string programme_name;
    Date first_day_on;  // the programme's, or of who joined later the first session since
    auto columns() { return std::tuple_cat(place.columns(), std::tie(programme_name, first_day_on)); }
};
std::vector<Unmeasured> unmeasured(db::Connection& db, SchoolId school, StaffId const& teacher, Date today);

// The same of all the school's programmes that run, whoever teaches the child.
std::vector<Unmeasured> unmeasured_in_what_runs(db::Connection& db, SchoolId school);

// Nurture Assistants and deliverers of programmes whose latest nurture training ends by the day.
// Who is a Nurture Assistant or delivers a programme, by name.
struct NurtureStaff {
    StaffId staff;
    std::string name;
    bool delivers = false;
    auto columns() { return std::tie(staff, name, delivers); }
};
std::vector<NurtureStaff> nurture_staff(db::Connection& db, SchoolId school, Date today);

}  // namespace programmes::store
