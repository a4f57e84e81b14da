#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "pupils/pupils.hpp"

// A programme's name stands where people read it who may not know of each child in it: in lists, on Today,
// and where a room or a person is taken.
namespace programmes {

// The forename of the first of these children whose forename or surname is a word of the name, also as
// "Sam's".
std::optional<std::string> child_named_in(std::string_view name, std::span<pupils::Pupil const> children);

// "Sam is in this programme. Enter a name …"
std::string why_no_child_is_named(std::string const& forename);

}  // namespace programmes
