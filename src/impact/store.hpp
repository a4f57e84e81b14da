#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "impact/impact.hpp"
#include "programmes/store.hpp"
#include "schools/schools.hpp"

namespace impact::store {

std::optional<ImpactReview> review_of(db::Connection& db, SchoolId school, PlaceId const& place);
void add(db::Connection& db, SchoolId school, ImpactReview const& review, Instant at);

// Keeps the review of the case that stands as undone, by its id, and moves the measures that came with it
// aside, so that another can be written.
std::optional<ImpactReviewId> undo_review(
    db::Connection& db, SchoolId school, CaseId const& the_case, Instant at
);

// What the window of a place is worked out from.
struct Basis {
    std::optional<Date> last_delivered_on;
    std::optional<Date> completed_on;
    int opens_weeks = schools::PolicyVersion{}.impact_opens_weeks;
    int closes_weeks = schools::PolicyVersion{}.impact_closes_weeks;
    auto columns() { return std::tie(last_delivered_on, completed_on, opens_weeks, closes_weeks); }
};
std::optional<Basis> basis_of(db::Connection& db, SchoolId school, PlaceId const& place);

// True where the person delivers the programme or has delivered one of its sessions.
bool delivered(db::Connection& db, SchoolId school, PlaceId const& place, StaffId const& person);

// Completed places without an impact review, of children whom this person teaches today.
struct ToReview {
    programmes::Place place;
    std::string programme_name;
    Basis basis;
    auto columns() { return std::tuple_cat(place.columns(), std::tie(programme_name), basis.columns()); }
};
std::vector<ToReview> to_review(db::Connection& db, SchoolId school, StaffId const& teacher, Date today);

// Whose measures of before the programme the place's targets have, by their names.
std::vector<FirstMeasurer> who_measured_before(db::Connection& db, SchoolId school, PlaceId const& place);

// What was written up session by session, in the order of the days.
std::vector<Week> weeks_of(db::Connection& db, SchoolId school, PlaceId const& place);

// True while a parent's concern of the case has no recorded answer (I5).
bool parent_waits(db::Connection& db, SchoolId school, CaseId const& the_case);

std::optional<NextStep> next_step_of(db::Connection& db, SchoolId school, CaseId const& the_case);
void add(
    db::Connection& db, SchoolId school, CaseId const& the_case, NextStep const& step, StaffId const& by
);

// Keeps the decision as undone; its id.
std::optional<NextStepId> undo_next_step(
    db::Connection& db, SchoolId school, CaseId const& the_case, Instant at
);

std::vector<CheckIn> check_ins(db::Connection& db, SchoolId school, CaseId const& the_case);
std::optional<CheckIn> check_in(
    db::Connection& db, SchoolId school, CaseId const& the_case, CheckInId const& check_in
);
void add(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    PupilId const& pupil,
    CheckIn const& check_in,
    StaffId const& by,
    Instant at
);
void log(
    db::Connection& db, SchoolId school, CheckInId const& check_in, Date held_on, std::string const& line
);

// Children of this person's completed programmes whose case is open, or was closed by its next step since
// then.
struct Contact {
    CaseId the_case;
    PupilId pupil;
    std::string name;
    Date completed_on;
    std::optional<Date> last_seen_on;
    std::optional<Date> asked_on;  // an open wish
    std::optional<AskedBy> asked_by;
    std::optional<Instant> closed_at;
    auto columns() {
        return std::tie(the_case, pupil, name, completed_on, last_seen_on, asked_on, asked_by, closed_at);
    }
};
std::vector<Contact> contacts(
    db::Connection& db, SchoolId school, StaffId const& deliverer, Instant closed_since
);

}  // namespace impact::store
