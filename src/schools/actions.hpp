#pragma once

#include <optional>
#include <string>

#include "base/expected.hpp"
#include "schools/schools.hpp"
#include "visits/visit.hpp"

namespace schools::actions {

// Makes a school with the published policy's numbers and the target areas that every school begins with, and
// enters it: from here on the visit is that school's. Which number its own policy bears, the school says
// later.
SchoolId open_school(Visit& visit, Details const& details, std::string const& policy_number = "1");

Expected<void, Refusal> change_details(Visit& visit, int version, Details const& details);

// How the weeks of the impact window are counted from now on, also for programmes that are completed already.
void count_impact_weeks(Visit& visit, ImpactWeeks weeks);

Expected<TermId, Refusal> add_term(Visit& visit, Period const& period);
Expected<void, Refusal> change_term(Visit& visit, TermId const& term, int version, Period const& period);
bool remove_term(Visit& visit, TermId const& term);

ClosureId add_closure(Visit& visit, Period const& period);
bool remove_closure(Visit& visit, ClosureId const& closure);

// Adds the terms and closures of a year that a person has looked over; all or none.
Expected<void, Refusal> add_year(Visit& visit, YearForward const& year);

Expected<RoomId, Refusal> add_room(Visit& visit, std::string const& name);
// The room stays where it was used; nothing new is planned in it.
bool close_room(Visit& visit, RoomId const& room);

// The school's only version, while no programme was made under it.
std::optional<PolicyVersion> policy_version_to_correct(Visit& visit);
// Puts the version in the place of the one that can still be corrected, which its person read in the row's
// version `read`, or adds it, by the day from which it is in force.
Expected<PolicyVersionId, Refusal> enter_policy_version(Visit& visit, PolicyVersion const& version, int read);
Expected<PolicyVersionId, Refusal> add_policy_version(Visit& visit, PolicyVersion version);
Expected<void, Refusal> review_policy(
    Visit& visit, PolicyVersionId const& id, int version, Review const& review
);

}  // namespace schools::actions
