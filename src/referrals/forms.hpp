#pragma once

#include <string>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "referrals/concern.hpp"
#include "referrals/discussion.hpp"
#include "referrals/prioritisation.hpp"
#include "referrals/waiting.hpp"

namespace referrals::forms {

// A concern's form before anybody typed: noticed today, by school staff.
Fields new_concern(Date today);
// And as it stands for this concern.
Fields typed(ConcernInput const& said);
Expected<ConcernInput, FormErrors> read_concern(Fields const& fields, Date today);

// The version that a form was made from; 0 where it names none.
int read_version(Fields const& fields);

// What the parent was told.
Expected<std::string, FormErrors> read_answer(Fields const& fields);

// A referral's tick that parents have been spoken to, and its reason.
bool read_parents_spoken_to(Fields const& fields);
Expected<std::string, FormErrors> read_reason_if_any(Fields const& fields);

Expected<std::string, FormErrors> read_declining(Fields const& fields);
Expected<std::string, FormErrors> read_closing(Fields const& fields);

Fields new_discussion(Date today, std::vector<AreaId> const& areas);
Expected<DiscussionInput, FormErrors> read_discussion(Fields const& fields, Date today);

Expected<PrioritisationInput, FormErrors> read_prioritisation(Fields const& fields);

// Looked at again after six weeks, unless a person says otherwise.
Fields new_waiting(Date today);
// And as it stands; a day that has come gives way to one that can be kept to.
Fields waiting_again(WaitingInput const& said, Date today);
Expected<WaitingInput, FormErrors> read_waiting(Fields const& fields, Date today);

Expected<MoveInput, FormErrors> read_move(Fields const& fields);

}  // namespace referrals::forms
