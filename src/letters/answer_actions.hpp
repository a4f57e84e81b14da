#pragma once

#include <optional>
#include <string>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "letters/correspondence.hpp"
#include "letters/overview.hpp"
#include "visits/visit.hpp"

namespace letters {

std::optional<Overview> overview(Visit& visit, CaseId const& the_case);

// Adds the answer, and does all that follows from it: the first agreement takes the step of consent; one that
// takes back an agreement ends the child's place at once and tells SENCo and Nurture Assistant (C6).
// Refuses with the field to mend.
Expected<consent::Standing, FieldError> record_answer(
    Visit& visit, CaseId const& the_case, Answering const& answering
);

// What a page shows that is opened now.
Shown shown_now(Visit& visit, CaseId const& the_case);

// Takes the step of consent again, after it was undone, by the answers that stand. Refuses where they do not
// put consent in force today.
Expected<void, FieldError> note_consent(Visit& visit, CaseId const& the_case);

// The decision where parents differ (C3).
Expected<consent::Standing, FieldError> decide(
    Visit& visit, CaseId const& the_case, bool go_ahead, std::string const& reason
);

}  // namespace letters
