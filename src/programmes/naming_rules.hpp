#pragma once

#include <string>
#include <string_view>

// A programme's name stands where people read it who may not know of each child in it: in lists, on Today,
// and where a room or a person is taken.
namespace programmes {

// Whether a word of the programme's name is one of the child's names, of which all stand in one text.
bool names_the_child(std::string_view name, std::string const& names_of_child);

// "People who do not know of Sam's support read this name. Enter one …"
std::string why_no_child_is_named(std::string const& forename);

}  // namespace programmes
