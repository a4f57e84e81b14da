#pragma once

#include <map>
#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "programmes/programmes.hpp"
#include "programmes/session.hpp"

namespace programmes::store {

// Those that run or are to start, and those completed since a year, the next to start first.
std::vector<Programme> all(db::Connection& db, SchoolId school, Date today);
std::optional<Programme> find(db::Connection& db, SchoolId school, ProgrammeId const& programme);
void add(
    db::Connection& db, SchoolId school, Programme const& programme, StaffId const& made_by, Instant made_at
);
// Writes start, policy version, weeks, reasons and completion. False where another change came first.
bool change(db::Connection& db, SchoolId school, Programme const& programme);

// Children in the programme with the class they are in today, those who are in it still first, by name.
std::vector<Place> places(db::Connection& db, SchoolId school, ProgrammeId const& programme, Date today);
// Of all programmes that are not completed.
std::vector<Place> open_places(db::Connection& db, SchoolId school, Date today);
std::optional<Place> place(db::Connection& db, SchoolId school, PlaceId const& place, Date today);
std::optional<Place> latest_place_of(db::Connection& db, SchoolId school, CaseId const& the_case, Date today);
bool has_an_open_place(db::Connection& db, SchoolId school, PupilId const& pupil);
void add_place(
    db::Connection& db, SchoolId school, Place const& place, StaffId const& allocated_by, Instant allocated_at
);
void end_place(db::Connection& db, SchoolId school, PlaceId const& place, Date on, cases::EndReason reason);

std::vector<Target> targets(db::Connection& db, SchoolId school, PlaceId const& place);
// Those of every place that the case has had.
std::vector<Target> targets_of(db::Connection& db, SchoolId school, CaseId const& the_case);
std::vector<Target> targets_in(db::Connection& db, SchoolId school, ProgrammeId const& programme);
void add_target(db::Connection& db, SchoolId school, Target const& target, Instant made_at);
void word_target(db::Connection& db, SchoolId school, TargetId const& target, std::string const& words);
// True of an ended one too.
bool is_target_of(db::Connection& db, SchoolId school, PlaceId const& place, TargetId const& target);
void end_target(db::Connection& db, SchoolId school, TargetId const& target, Date on);

enum class Occasion { before, after };
constexpr auto words(Occasion) { return std::array{"before", "after"}; }
// A measure that stands is never written over.
void add_measure(
    db::Connection& db,
    SchoolId school,
    TargetId const& target,
    Occasion occasion,
    int rating,
    StaffId const& by,
    Instant at
);

std::vector<Session> sessions(db::Connection& db, SchoolId school, ProgrammeId const& programme);
// Of all programmes that run or are to start, in the order of programme and day.
std::vector<Session> running_sessions(db::Connection& db, SchoolId school);
void add_session(db::Connection& db, SchoolId school, Session const& session);

// What is still planned will not be held, since nobody is left to come.
std::vector<std::string> end_planned_sessions(
    db::Connection& db, SchoolId school, ProgrammeId const& programme
);

// How many of the sessions that were held each child attended, and how many are still to be written up.
std::map<PlaceId, Attendance> attendance(db::Connection& db, SchoolId school, ProgrammeId const& programme);

std::vector<Area> areas(db::Connection& db, SchoolId school);
// The areas that the latest discussion of the case agreed.
std::vector<Area> agreed_areas(db::Connection& db, SchoolId school, CaseId const& the_case);
// The same for every open case.
std::map<CaseId, std::vector<Area>> agreed_areas(db::Connection& db, SchoolId school);
// What the children in programmes that are not completed work on.
std::map<ProgrammeId, std::vector<Area>> areas_in_programmes(db::Connection& db, SchoolId school);
// The form of support that was chosen last.
std::optional<Form> chosen_form(db::Connection& db, SchoolId school, CaseId const& the_case);
// The same for every open case.
std::map<CaseId, Form> chosen_forms(db::Connection& db, SchoolId school);

}  // namespace programmes::store
