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
};

// The register of policy versions, newest first. Who may not change it sees no buttons.
design::Page policy(std::vector<PolicyLine> const& lines, bool may_change);

design::Page add_policy_version(design::FormGuard const& guard, Answers const& answers);

// `stands` is what someone else saved meanwhile.
design::Page review_policy(
    design::FormGuard const& guard,
    PolicyVersion const& of,
    Answers const& answers,
    int version,
    std::optional<PolicyVersion> const& stands = {}
);

}  // namespace schools::pages
