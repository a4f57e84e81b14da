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

}  // namespace safeguarding
