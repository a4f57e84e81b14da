#pragma once

namespace programmes {

// Why a group would start or goes on with fewer children than the policy's least, and nobody has said why of
// so few: so few have a place; consent lets so few of these start; so few of these are ready, since targets
// are still to be written; or so few have stayed since it started.
enum class Few { no, have_a_place, may_start, are_ready, have_stayed };

struct FewChildren {
    Few why{};
    int children = 0;      // with how many it would start or goes on
    int with_a_place = 0;  // of how many
};

// A child with a place in a programme that is to start.
struct ChildToStart {
    bool may_start = false;  // by consent, on the day of the start
    bool targets_in_own_words = false;
};

}  // namespace programmes
