#pragma once

#include <optional>
#include <span>
#include <string>

#include "programmes/few_children.hpp"
#include "programmes/programmes.hpp"
#include "today/today.hpp"

// A group that is to start soon or goes on with fewer children than the policy's least (G1): what the SENCo
// is asked, and what who delivers it waits for.
namespace today {

struct SmallGroup {
    ProgrammeId programme;
    std::string name;
    Date starts_on;
    programmes::FewChildren few;
    int group_least = 0;
};

// With a place in it, and of them, before it starts, whom consent lets start.
struct ChildrenOfGroup {
    int with_a_place = 0;
    int may_start = 0;
    bool sessions_are_left = true;
};

// The group, where from a week before its first day on something of it waits for the SENCo alone; by the
// policy that judges it.
std::optional<SmallGroup> small_group_of(
    programmes::Programme const& programme,
    ChildrenOfGroup const& children,
    std::span<schools::PolicyVersion const> policy_versions,
    Date today
);

// What the SENCo is asked. `parents_asked`: the parents of so many of those whom consent does not let start
// have been asked to answer.
Item asked_of_the_senco(SmallGroup const& group, int parents_asked);

// The same to whoever delivers it, with a sentence on those who can't start.
Item waits_for_the_senco(SmallGroup const& group, std::string const& others);

}  // namespace today
