#pragma once

namespace programmes {

// Why a group that is to start would start with fewer children than the policy's least, and nobody has said
// why of so few: so few have a place; consent lets so few of these start; or so few of these are ready, since
// targets are still to be written.
enum class Few { no, have_a_place, may_start, are_ready };

struct FewChildren {
    Few why{};
    int children = 0;      // with how many it would start
    int with_a_place = 0;  // of how many
};

// A child with a place in a programme that is to start.
struct ChildToStart {
    bool may_start = false;  // by consent, on the day of the start
    bool targets_in_own_words = false;
};

}  // namespace programmes
