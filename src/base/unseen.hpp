#pragma once

#include <string>
#include <string_view>

namespace text {

// Without marks that nobody sees and that turn a name around or make two alike differ: directions of writing
// (U+202A to U+202E, U+2066 to U+2069 and the like), marks of no width, soft hyphens. What joins letters of
// Persian or Hindi, or emoji, stays.
std::string without_unseen_marks(std::string_view utf8);

}  // namespace text
