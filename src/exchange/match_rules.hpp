#pragma once

#include <optional>
#include <span>
#include <vector>

#include "exchange/plan.hpp"

namespace exchange {

// What is found for one row of the file: a pupil of the school; or candidates that a person must choose from;
// or neither, and the pupil is new.
struct Match {
    std::optional<std::size_t> known;  // its place among the known
    int repeats = 0;                   // the row that is this pupil too; 0: none
    std::vector<Candidate> candidates;
};

// Matches every row with the pupils of the school: by UPN, else by birth date and names; a row without
// a birth date by UPN or admission number and names, or not at all. Who is another row's is a candidate
// only where birth date and surname are the same: twins, or one child in two rows. What a person decided
// stands.
std::vector<Match> matches(
    std::span<PupilInFile const> file, std::span<pupils::KnownPupil const> known, Decisions const& decisions
);

}  // namespace exchange
