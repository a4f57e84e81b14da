#pragma once

#include <string>
#include <vector>

#include "base/fields.hpp"
#include "html/html.hpp"

// What a form brought that is gone since it was opened: somebody took the step meanwhile. Nobody's words are
// lost.
namespace design {

struct Unsaved {
    std::string name = {};   // of the field, as its page called it
    std::string words = {};  // as they were typed, or the text of what was chosen
};

// "What you wrote is not saved", with each of these that has words; empty where none has.
h::Node not_saved(std::vector<Unsaved> const& all);

// A day as it was typed, however wrongly: "12/5/2026".
std::string day_as_typed(Fields const& typed, std::string const& field);

}  // namespace design
