#pragma once

#include "base/fields.hpp"
#include "safeguarding/stop.hpp"
#include "visits/role.hpp"

namespace safeguarding {

// Whether what is typed under this permission is about a child, unless its route says otherwise. What parents
// write on their own page is theirs to write, and is never stopped.
bool is_about_a_child(visits::Permission permission);

// Every text of the form that reads like a disclosure, in the form's order.
std::vector<StoppedText> stopped_texts(Fields const& form);

// Whether the person has said on the question's page that this is no safeguarding concern.
bool is_confirmed(Fields const& form);

// The form without the sentences that read like a disclosure, where the person asked for that; as it is
// otherwise.
Fields with_marked_taken_out(Fields const& form);

}  // namespace safeguarding
