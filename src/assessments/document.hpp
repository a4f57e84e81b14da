#pragma once

#include <string_view>

#include "assessments/instrument.hpp"
#include "base/expected.hpp"

// The file that an instrument comes in: JSON, as docs/instruments.md describes it.
namespace assessments {

// As far as the file can be read, with a fault for each member that is missing, of another kind than it
// should be, or unknown.
struct ReadInstrument {
    Instrument instrument;
    Faults faults;
};
ReadInstrument read_document(std::string_view text);

}  // namespace assessments
