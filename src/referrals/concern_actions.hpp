#pragma once

#include <optional>
#include <string>

#include "base/expected.hpp"
#include "referrals/concern.hpp"
#include "referrals/concern_rules.hpp"
#include "visits/visit.hpp"

namespace referrals {

// Writes a concern down. The first one opens a case; a later one joins the case that is open.
Expected<ConcernId, Refusal> raise(Visit& visit, PupilId const& pupil, ConcernInput const& said);

// New words for a concern, by who wrote it, on the same day. Who had read the old ones is asked to read
// again.
Expected<void, Refusal> change(Visit& visit, Concern const& concern, ConcernInput const& said, int version);

// What a parent was told about their concern, by somebody who speaks with parents.
Expected<void, Refusal> answer(
    Visit& visit, Concern const& concern, bool speaks_with_parents, std::string const& words
);

// The SENCo has read this version of a concern that joined a case already referred; refused where another
// stands. Saying so again changes nothing.
Expected<void, Refusal> note_read(Visit& visit, Concern const& concern, int version);

// Who delivers support to the child has seen this version of it; refused where another stands. Saying so
// again changes nothing.
Expected<void, Refusal> note_seen(Visit& visit, Concern const& concern, int version);

// The writer has read why their concern was not taken up. Saying so again changes nothing.
void note_decision_read(Visit& visit, Concern const& concern);

// Asks that the pupil be considered for nurture support: takes the step.
struct ReferralInput {
    bool parents_spoken_to = false;
    std::string reason;
};
Expected<void, std::string> refer(
    Visit& visit, CaseId const& the_case, need_to_know::Relationship relationship, ReferralInput const& said
);

// Not now: the concern is not taken up, and why. The case ends there, and can be taken up again.
Expected<void, Refusal> decline(Visit& visit, CaseId const& the_case, std::string const& why);

// Ends the case, unless a parent's concern waits for its answer (I5) or the child has a place.
Expected<void, Refusal> close(Visit& visit, CaseId const& the_case, std::string const& why);

}  // namespace referrals
