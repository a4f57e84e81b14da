#pragma once

#include <optional>
#include <tuple>

#include "db/connection.hpp"
#include "programmes/programmes.hpp"

// Children who return into the programme that was completed for them.
namespace programmes::store {

// The place that ended with its programme, and whether it can be taken up again today.
struct CompletedPlace {
    PlaceId place;
    ProgrammeId programme;
    std::optional<Date> ended_on;
    std::optional<Date> completed_on;  // of the programme
    Form form{};
    int places = 0;
    int taken = 0;
    StaffId deliverer;
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
            deliverer,
            deliverer_works_here,
            pupil_has_a_place
        );
    }
};
std::optional<CompletedPlace> completed_place(
    db::Connection& db, SchoolId school, CaseId const& the_case, Date today
);
// True where the child, once started, stood on the register of a session, in the place that is open or in one
// after which another can be given.
bool was_on_a_register(db::Connection& db, SchoolId school, CaseId const& the_case);
void reopen_place(db::Connection& db, SchoolId school, PlaceId const& place);
void go_on_with_programme(db::Connection& db, SchoolId school, ProgrammeId const& programme);

}  // namespace programmes::store
