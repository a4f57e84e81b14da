#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "sessions/sessions.hpp"

namespace sessions::forms {

// The version that the form was filled in against; 0 where it carries none. A register has that of the plan
// alone.
int version(Fields const& form);

Expected<std::string, FormErrors> plan(Fields const& form);
Expected<std::string, FormErrors> plan_review(Fields const& form);

// A child of the register; what is missing is said by name.
struct Listed {
    PlaceId place;
    std::string name;
    std::string called;  // by the forename, where no other child of the register has the same
};

// Who is ticked is not here, for a reason, and the others whom the page showed are; or everyone is, by its
// own button. Nobody is taken to be here unsaid. It was held since the programme's first day.
Expected<Register, FormErrors> the_register(
    Fields const& form, std::vector<Listed> const& children, Date starts_on, Date today
);

// Why what was recorded is taken back.
Expected<std::string, FormErrors> undoing(Fields const& form);

// Why each child did not come may stand with it.
Expected<NotHeld, FormErrors> not_held(Fields const& form, std::vector<Listed> const& children, Date today);

Expected<Evaluation, FormErrors> evaluation(
    Fields const& form, std::vector<programmes::Target> const& targets
);
Fields typed(Evaluation const& evaluation);

// What the child said on their own page: a face, with a sentence where there is one; nothing where they would
// rather not say. A door that was not touched is closed.
Expected<Voice, FormErrors> voice(Fields const& form);

}  // namespace sessions::forms
