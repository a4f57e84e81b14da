#pragma once

#include <optional>
#include <string>

#include "letters/overview.hpp"

// An answer that came on paper, by telephone or in person, before it is recorded.
namespace letters {

// The page of consent, open to record an answer: of this person, where it is known whose.
std::string path_to_record(CaseId const& the_case, std::optional<ContactId> const& from = {});

// The one person from whom an answer can come: everybody else on record is left out, was never asked and
// never answered. None where it may be one of several.
std::optional<ContactId> only_one_to_answer(Overview const& overview);

}  // namespace letters
