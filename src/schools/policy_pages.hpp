#pragma once

#include <optional>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "schools/schools.hpp"

namespace schools::pages {

// A version of the register with where its review stands.
struct PolicyLine {
    PolicyVersion version;
    bool in_force = false;
    ReviewState review{};
    bool superseded = false;
};

// A version that what is entered may take the place of: up to which day, and whether Withy began with it.
struct ToCorrect {
    PolicyVersion version;
    Date up_to;
    bool is_withys_own = false;
};

// What the visitor may do to the register: enter a version, and record a review of one.
struct PolicyWays {
    bool enter = false;
    bool review = false;
};

// The register of policy versions, newest first, with the visitor's ways to change it.
design::Page policy(
    std::vector<PolicyLine> const& lines, PolicyWays const& may, std::optional<ToCorrect> const& to_correct
);

design::Page add_policy_version(
    design::FormGuard const& guard,
    Answers const& answers,
    Date today,
    std::optional<ToCorrect> const& to_correct
);

// `stands` is what someone else saved meanwhile.
design::Page review_policy(
    design::FormGuard const& guard,
    PolicyVersion const& of,
    Answers const& answers,
    int version,
    std::optional<PolicyVersion> const& stands = {}
);

}  // namespace schools::pages
