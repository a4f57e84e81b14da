#pragma once

#include <optional>
#include <string>
#include <tuple>

#include "base/instant.hpp"
#include "visits/who.hpp"

namespace sign_in {

using visits::AccountId;
using visits::StaffId;

// A device that is signed in, as its cookie finds it.
struct Presence {
    AccountId account;
    SchoolId school;
    std::string school_name;
    StaffId staff;
    Instant started_at;
    Instant seen_at;

    auto columns() { return std::tie(account, school, school_name, staff, started_at, seen_at); }
};

// How long a device stays signed in without being used, and at the most.
inline constexpr std::int64_t idle_limit = 60 * minutes;
inline constexpr std::int64_t absolute_limit = 12 * hours;

// `seen_at` is written down once a minute, not with every page.
inline constexpr std::int64_t seen_every = 1 * minutes;

inline constexpr std::string_view cookie_name = "withy";

}  // namespace sign_in
