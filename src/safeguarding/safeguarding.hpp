#pragma once

#include <optional>
#include <string>
#include <tuple>

#include "base/expected.hpp"
#include "pupils/pupils.hpp"

namespace safeguarding {

using PointerId = Id<struct PointerTag>;

// The longest reference that is taken: enough for a number, too short for an account.
inline constexpr std::size_t reference_most = 40;

// That a concern about this child was put on CPOMS: when, by whom, under which reference. Nothing else (S1).
struct Pointer {
    PointerId id;
    Instant put_at;
    std::string reference;
    std::string noted_by_name;
    Instant noted_at;
    auto columns() { return std::tie(id, put_at, reference, noted_by_name, noted_at); }
};

// What a person enters of it.
struct Entered {
    Instant put_at;
    std::string reference;
};

enum class Refusal { in_the_future, too_long, reads_like_an_account };
std::string in_words(Refusal refusal);

// Why this can't be noted; empty where it can. A reference is one short line: one or two words with a figure
// in it, as CPOMS numbers its entries.
std::optional<Refusal> objection_to(std::string const& reference);
// What was put on CPOMS was put there before now.
std::optional<Refusal> objection_to(Instant put_at, Instant now);
std::optional<Refusal> objection_to(Entered const& entered, Instant now);

}  // namespace safeguarding
