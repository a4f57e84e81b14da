#pragma once

#include <string>
#include <vector>

#include "base/expected.hpp"
#include "programmes/programmes.hpp"
#include "programmes/rules.hpp"
#include "visits/visit.hpp"

namespace programmes {

// Everything that stands against the programme.
std::vector<Refusal> objections_to_making(Visit& visit, NewProgramme const& input);

// Makes the programme and lays its sessions on school days; or says everything that stands against it.
Expected<ProgrammeId, std::vector<Refusal>> make(Visit& visit, NewProgramme const& input);

// Gives the child of the case a place, with the agreed target areas; takes the step of allocation. The reason
// says why another form than the one chosen at prioritisation, or fewer weeks than the policy's least.
Expected<PlaceId, Refusal> allocate(
    Visit& visit, ProgrammeId const& programme, CaseId const& the_case, std::string const& reason = {}
);

// Those whose form fits first, then who has waited longest. People choose.
std::vector<Suggestion> suggestions_for(Visit& visit, Programme const& programme);

// Targets in the child's own words.
TargetId add_target(Visit& visit, Place const& place, AreaId const& area, std::string const& words);
Expected<void, Refusal> word_target(
    Visit& visit, Place const& place, TargetId const& target, std::string const& words
);
Expected<void, Refusal> end_target(Visit& visit, Place const& place, TargetId const& target);

// Where the class teacher sees the child on each target before the programme; what stands is never changed.
Expected<void, Refusal> measure_before(
    Visit& visit, Place const& place, std::vector<Measure> const& measures
);

// Says why the group may start with so many children, fewer than the policy's least (G1).
Expected<void, Refusal> explain_few_children(
    Visit& visit, Programme const& before, int children, std::string const& reason
);

// The version that judges a programme which has not started: that of its first day, or of today once that is
// past.
std::optional<schools::PolicyVersion> policy_of_the_start(Visit& visit, Programme const& programme);

// Takes the step of start for every child who has not started.
Expected<void, Refusal> start(Visit& visit, ProgrammeId const& programme);

// Adds weekly sessions until there are so many weeks; past the policy's most for the SENCo alone (G8).
Expected<void, Refusal> extend(
    Visit& visit, ProgrammeId const& programme, int weeks, std::string const& reason
);

// All sessions are delivered or closed: takes the step of completion for every child to whom one was
// delivered, and ends the places.
// Who never started goes back to be allocated. Where every child has left, what is still planned ends as not
// held.
Expected<void, Refusal> complete(Visit& visit, ProgrammeId const& programme);

// Ends the place today, which frees it; no session of this child can be recorded after it (C6). Ending it
// again changes nothing.
void end_place(Visit& visit, PlaceId const& place, cases::EndReason reason, std::string why);

// The programme's own weekday in the first school week after its last session. Empty where the known terms
// end before.
std::optional<Date> day_after_the_last(Visit& visit, Programme const& programme);

// A session of the programme on the day, in the hands that it is in on that day: before a change that is
// still to come that is who delivers the sessions beside it, in their room and at their time.
Session session_on(Visit& visit, Programme const& programme, int number, Date day);

// Lays a session more on the day, and numbers them all by their days. In place of one that was put off it
// shares that one's number.
Session lay_another(
    Visit& visit, Programme const& programme, Date day, std::optional<int> number = std::nullopt
);

}  // namespace programmes
