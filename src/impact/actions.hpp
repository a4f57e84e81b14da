#pragma once

#include <string>
#include <vector>

#include "base/expected.hpp"
#include "cases/rules.hpp"
#include "impact/impact.hpp"
#include "impact/rules.hpp"
#include "impact/store.hpp"
#include "referrals/concern.hpp"
#include "visits/visit.hpp"

namespace impact {

// When the impact of this place is measured, as it stands today; empty where its programme is not completed.
std::optional<Due> due_for(Visit& visit, PlaceId const& place);

// Writes the review today, for ever; takes the step of impact review.
Expected<ImpactReviewId, Refusal> review(Visit& visit, programmes::Place const& place, Review const& review);

// Decides what comes next, takes the step and closes the case. Another need opens a case of its own.
Expected<void, Refusal> decide_next(
    Visit& visit, CaseId const& the_case, Next next, std::string const& reason, std::string const& what = {}
);

// Undoes the review, which stays on record, so that the class teacher can write another.
Expected<void, cases::Refusal> undo_review(Visit& visit, CaseId const& the_case, std::string const& reason);

// Undoes the decision on what comes next, which opens the case again.
Expected<void, cases::Refusal> undo_next_step(
    Visit& visit, CaseId const& the_case, std::string const& reason
);

// The next concern as this case gives it, where another programme was decided: for a person to mend and send.
referrals::ConcernInput next_concern(Visit& visit, CaseId const& the_case, NextStep const& decided);

// Notes that the child or the Nurture Assistant would like to meet.
CheckInId ask_to_meet(Visit& visit, CaseId const& the_case, PupilId const& pupil, AskedBy asked_by);
// Logs a meeting in a line; one that was asked for, or one that just happened.
Expected<void, Refusal> log_meeting(
    Visit& visit,
    CaseId const& the_case,
    PupilId const& pupil,
    std::optional<CheckInId> const& asked,
    Date held_on,
    std::string const& line
);

// Children of the visitor's completed programmes: who asked first, then who has not been seen for longest
// (M5).
struct ContactDue {
    store::Contact contact;
    std::optional<Date> until;  // where the case is closed
    bool long_unseen = false;
};
std::vector<ContactDue> contacts_of(Visit& visit);

// The impact reviews of the classes that the visitor teaches: open or late, latest first; then those to come.
struct ReviewDue {
    programmes::Place place;
    std::string programme_name;
    Due due;
};
std::vector<ReviewDue> reviews_of_my_classes(Visit& visit);

}  // namespace impact
