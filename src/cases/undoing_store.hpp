#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/store.hpp"

// What hangs on the steps of a case, and what becomes of it when a step is undone.
namespace cases::store {

using ClosingId = Id<struct ClosingTag>;

void undo_step(
    db::Connection& db,
    SchoolId school,
    StepTaken const& taken,
    StaffId const& by,
    Instant at,
    std::string const& reason
);

// Takes the child off the waiting list; the line that ended, by its id.
std::optional<std::string> end_waiting(db::Connection& db, SchoolId school, CaseId const& the_case, Date on);
// Puts the child back on the waiting list where that step stands, on the line that the allocation ended.
std::optional<std::string> wait_again(db::Connection& db, SchoolId school, CaseId const& the_case);

// No parent can answer any more by the links that the letters carried; whose they were.
std::vector<std::string> revoke_links(
    db::Connection& db, SchoolId school, CaseId const& the_case, Instant at
);

// The child's open place, by its id.
std::optional<std::string> open_place(db::Connection& db, SchoolId school, CaseId const& the_case);
void end_place(db::Connection& db, SchoolId school, std::string const& place, Date on);

// The place that ended with its programme, and whether it can be taken up again today.
struct CompletedPlace {
    std::string place;
    std::string programme;
    std::optional<Date> ended_on;
    std::optional<Date> completed_on;  // of the programme
    consent::Form form{};
    int places = 0;
    int taken = 0;
    bool deliverer_trained = false;
    bool deliverer_works_here = false;
    bool pupil_has_a_place = false;
    auto columns() {
        return std::tie(
            place,
            programme,
            ended_on,
            completed_on,
            form,
            places,
            taken,
            deliverer_trained,
            deliverer_works_here,
            pupil_has_a_place
        );
    }
};
std::optional<CompletedPlace> completed_place(
    db::Connection& db, SchoolId school, CaseId const& the_case, Date today
);
void reopen_place(db::Connection& db, SchoolId school, std::string const& place);
void go_on_with_programme(db::Connection& db, SchoolId school, std::string const& programme);

// True where the pupil has a case that was opened after this one and is open, or was referred.
bool later_case_stands(db::Connection& db, SchoolId school, CaseId const& the_case);
// Opens a closed case again; what stood is kept as a closing that was undone.
void reopen(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    ClosingId const& id,
    StaffId const& by,
    Instant at,
    std::string const& reason
);
// Keeps the decision on what comes next as undone; its id.
std::optional<std::string> undo_next_step(
    db::Connection& db, SchoolId school, CaseId const& the_case, Instant at
);

// The impact review that stands, and the measures that came with it.
struct Reviewed {
    std::string review;
    std::string place;
    auto columns() { return std::tie(review, place); }
};
std::optional<Reviewed> standing_review(db::Connection& db, SchoolId school, CaseId const& the_case);
// Keeps the review as undone and moves its measures aside, so that the class teacher can write another.
void undo_review(db::Connection& db, SchoolId school, Reviewed const& reviewed, Instant at);

}  // namespace cases::store
