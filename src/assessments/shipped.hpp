#pragma once

#include <vector>

#include "assessments/instrument.hpp"

namespace assessments {

// An instrument that comes with Withy, as its file holds it (assets/instruments).
struct Shipped {
    Instrument instrument;
    std::string_view document;
};
// All of them, by name.
std::vector<Shipped> const& shipped();
// The one of this code; nothing where none comes with Withy.
Shipped const* shipped(std::string_view code);

}  // namespace assessments
