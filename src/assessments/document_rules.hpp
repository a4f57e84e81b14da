#pragma once

#include <string_view>

#include "assessments/document.hpp"

namespace assessments {

// What the file says, with every fault: of what can't be read, and of what is said.
ReadInstrument checked_document(std::string_view text);

}  // namespace assessments
