#pragma once

#include <vector>

#include "exchange/plan.hpp"

namespace exchange {

// The school as it stands before an import.
struct Register {
    std::vector<pupils::KnownPupil> pupils;
    std::vector<pupils::ContactOfPupil> contacts;
    std::vector<pupils::SchoolClass> classes;  // of this school year
    int school_year = 0;
    Date today;
};

// What importing these pupils will do: a row's words replace what is known, its empty cells replace nothing.
// The same file again does nothing.
Plan plan_of(std::vector<PupilInFile> const& file, Register const& known, Decisions const& decisions);

}  // namespace exchange
