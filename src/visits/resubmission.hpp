#pragma once

#include <string>
#include <string_view>

#include "base/fields.hpp"
#include "design/form.hpp"
#include "html/html.hpp"

namespace visits {

// What someone typed into a form that could not be taken, on its way through signing in again.
struct Resubmission {
    std::string path;
    Fields typed;
};

// The guard of a form that sends this again, under the number of the page that it was typed on, so that what
// was answered already is not done once more.
design::FormGuard under_its_number(design::FormGuard guard, Fields const& typed);

// The fields that carry it inside another form, and what they carried.
h::Node carried_fields(Resubmission const& resubmission);
Resubmission carried(Fields const& form);

// Shows what was typed and a button that sends it again, under this session's guard and the number of the
// page that it came from: what was saved from there already is not saved again.
h::Node resubmission_form(design::FormGuard const& guard, Resubmission const& resubmission);

}  // namespace visits
