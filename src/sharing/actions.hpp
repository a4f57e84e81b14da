#pragma once

#include "base/expected.hpp"
#include "sharing/sharing.hpp"
#include "visits/visit.hpp"

namespace sharing {

// Whom this child is asked about today by this visitor: who has a duty to them, and whom they agreed on by
// name before.
std::vector<AskedAbout> whom_to_ask_about(
    Visit const& visit, need_to_know::Seen const& child, CaseId const& the_case
);

// Whether the child understood what they were asked last: what they said then counts.
bool understood_before(Visit const& visit, CaseId const& the_case);

// What the child says now stands in the place of what they said before, which stays on record (N3).
Expected<AgreementId, Refusal> record_agreement(
    Visit& visit, CaseId const& the_case, need_to_know::Relationship asker, AgreementInput said
);

// The SENCo answers an objection that stands, with a reason (N2).
Expected<void, Refusal> answer_objection(Visit& visit, CaseId const& the_case, ObjectionInput const& said);

// The SENCo lets somebody by name know how it goes, until a day (N2).
Expected<void, Refusal> share_by_name(Visit& visit, CaseId const& the_case, ShareInput const& said);

// Ends that; false where no such share of this case goes on.
bool end_share(Visit& visit, CaseId const& the_case, NamedShareId const& id);

}  // namespace sharing
