#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/expected.hpp"
#include "need_to_know/named.hpp"
#include "need_to_know/need_to_know.hpp"

// A child's case opened for a while, with a reason: by the headteacher, who oversees every case (N2), and for
// safeguarding, which overrides whatever keeps somebody out (N4).
namespace openings {

// Where all that was opened for safeguarding is listed.
inline constexpr std::string_view overrides_path = "/overrides";

using visits::StaffId;
using OpeningId = Id<struct OpeningTag>;
using OverrideId = Id<struct OverrideTag>;

// As long as a sign-in lasts at the most: a headteacher's day.
inline constexpr std::int64_t opening_lasts = 12 * hours;
// N4 says three hours, and so does the table.
inline constexpr std::int64_t override_lasts = 3 * hours;

// Whether somebody was told of an override, and who told them or why nobody did.
struct Told {
    bool told = false;
    std::string how;
};

// What is said when safeguarding overrides.
struct OverrideInput {
    std::string reason;
    std::string recipient;  // who is to know what is found
    Told child;
    Told parent;
};

// An override as it stands on record for good.
struct Override {
    OverrideId id;
    PupilId pupil;
    std::string child_name;
    StaffId staff;
    std::string by_name;
    std::string reason;
    std::string recipient;
    bool child_told = false;
    std::string about_the_child;
    bool parent_told = false;
    std::string about_the_parent;
    Instant opened_at;
    Instant until_at;
    auto columns() {
        return std::tie(
            id,
            pupil,
            child_name,
            staff,
            by_name,
            reason,
            recipient,
            child_told,
            about_the_child,
            parent_told,
            about_the_parent,
            opened_at,
            until_at
        );
    }
};

// That an override was made, for whoever sees that there is support; and whether they may read it too.
struct OverrideNoted {
    OverrideId id;
    std::string by_name;
    Instant opened_at;
    bool may_read = false;
    auto columns() { return std::tie(id, by_name, opened_at, may_read); }
};

// An override as its reader is told of it, with the child whom it was about.
struct OverrideTold {
    need_to_know::Named child;
    Override made;
};

// Somebody who may be told of overrides today, by the role for which they are.
struct Answerable {
    StaffId staff;
    std::string address;
    visits::Role role{};
    auto columns() { return std::tie(staff, address, role); }
};

// The pages of this room.
std::string opening_path(PupilId const& pupil);
// Where the headteacher opens the case, to go on to the path afterwards: one of Withy's own, without a query.
std::string opening_path_then(PupilId const& pupil, std::string const& then);
std::string override_path(PupilId const& pupil);
std::string path_of(OverrideId const& id);

}  // namespace openings
