#pragma once

#include <string>

#include "base/expected.hpp"
#include "cases/rules.hpp"
#include "letters/letters.hpp"
#include "visits/visit.hpp"

namespace letters {

// Ends the open links of this person; false where there is none.
bool revoke_links(Visit& visit, CaseId const& the_case, ContactId const& contact);

// Undoes the letter: who has not agreed can answer no more by a link that one carried. Who has may still take
// it back by theirs.
Expected<void, cases::Refusal> undo_letter(Visit& visit, CaseId const& the_case, std::string const& reason);

}  // namespace letters
