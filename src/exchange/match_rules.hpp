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
    std::vector<Candidate> candidates;
};

// Matches every row with the pupils of the school: by UPN, else by birth date and names; a row without
// a birth date by UPN or admission number and names, or not at all. Who is surely
// another row's is nobody's candidate. What a person decided stands.
std::vector<Match> matches(
    std::span<PupilInFile const> file, std::span<pupils::KnownPupil const> known, Decisions const& decisions
);

}  // namespace exchange
