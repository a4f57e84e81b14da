#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "letters/correspondence.hpp"

namespace letters::forms {

// The template as typed, with the version it was read at. Unknown placeholders are named.
Expected<Template, FormErrors> read_template(Fields const& typed);

// An answer that came on paper, on the telephone or in person, since the parents were first asked.
Expected<Answering, FormErrors> read_answer(
    Fields const& typed, std::optional<Date> first_asked_on, bool asked_about_both, Date today
);

// What the page showed that this was sent from.
Shown read_shown(Fields const& typed);

struct Decision {
    bool go_ahead = false;
    std::string reason;
};
Expected<Decision, FormErrors> read_decision(Fields const& typed);

// Who is to be written to, and why where that differs from the suggestion.
struct Chosen {
    std::vector<ContactId> contacts;
    std::vector<Choice> choices;
};
// Refused where somebody has written to one of them since the page was opened.
Expected<Chosen, FormErrors> read_chosen(
    Fields const& typed, std::vector<Addressee> const& addressees, Date today
);

// The same without a tick at whom somebody has written to since: who writes again does so knowingly.
Fields without_whom_a_letter_went_to(Fields const& typed, std::vector<Addressee> const& addressees);

// The field that holds the reason for this person.
std::string reason_field(ContactId const& contact);

}  // namespace letters::forms
