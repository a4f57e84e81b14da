#pragma once

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "merging/merging.hpp"

namespace merging::forms {

// What a person chose beside each other, and which two they looked at.
struct Chosen {
    std::set<std::string> from_former;
    int stays_version = 0;
    int former_version = 0;
};
// Where it has to be said that the two are one child, a form without that tick is refused.
Expected<Chosen, FormErrors> read_chosen(
    Fields const& fields, std::vector<Value> const& values, bool must_be_confirmed
);

Expected<std::string, FormErrors> read_why(Fields const& fields);

// The form as it is first shown: with what is suggested.
Fields suggested(std::vector<Value> const& values, std::set<std::string> const& from_former);

}  // namespace merging::forms
