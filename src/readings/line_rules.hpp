#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "readings/readings.hpp"

// What one answer tells of children, as one line of JSON (RFC 8259), which ends in a line feed and holds no
// other: for a file in which reads stand until they are in the log.
namespace readings {

std::string line_of(OfPage const& page);

// Empty where the text is no such line: one that was not written to its end.
std::optional<OfPage> page_in(std::string_view line);

}  // namespace readings
