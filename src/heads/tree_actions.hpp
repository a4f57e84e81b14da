#pragma once

#include "heads/store.hpp"
#include "merkle/rules.hpp"

namespace heads {

// Adds the entries of a log that the tree lacks, up to this size, a few thousand at a time. Throws Broken
// where the log has fewer.
void grow(db::Connection& db, SchoolId school, Log log, merkle::Tree& tree, merkle::Size size);

// The root of the entries from `first` up to before `last`, the first of all being 0.
merkle::Hash root_of(db::Connection& db, SchoolId school, Log log, merkle::Size first, merkle::Size last);

}  // namespace heads
