#pragma once

#include <functional>
#include <memory>
#include <set>

#include "heads/store.hpp"

namespace heads {

using Connect = std::function<std::unique_ptr<db::Connection>()>;

// Entries that are looked at together, by one thread: a whole subtree of 2^level leaves, in some 5 MB.
inline constexpr int level_of_a_stretch = 13;

// Looks through a whole log: whether each entry is as it was written and follows the one before, whether
// erasures account for the details that are gone, and which roots its Merkle tree had at these sizes. Rows
// come a stretch at a time, on as many connections as the machine has processors.
Found look_through(
    Connect const& connect,
    SchoolId school,
    Log log,
    std::set<merkle::Size> const& sizes,
    int level = level_of_a_stretch
);

// That this entry stands in the log of the head, and, with an earlier one, that the log goes on from there.
// Empty where the log has no such entry.
std::optional<Proof> prove(
    db::Connection& db, std::int64_t number, Head const& head, std::optional<Head> const& earlier
);

}  // namespace heads
