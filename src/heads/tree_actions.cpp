#include "heads/tree_actions.hpp"

#include <algorithm>

#include "heads/rules.hpp"

namespace heads {
namespace {

constexpr merkle::Size at_a_time = 8192;

// Adds those after so many, up to before `last`.
void add_between(
    db::Connection& db, SchoolId school, Log log, merkle::Tree& tree, merkle::Size first, merkle::Size last
) {
    while (first < last) {
        auto const most = std::min(at_a_time, last - first);
        auto const number = static_cast<std::int64_t>(first + 1);
        auto const hashes = store::hashes(db, school, log, number, static_cast<std::int64_t>(most));
        if (hashes.size() < most) throw db::Broken("a log is shorter than its last entry says");
        for (auto const& hash : hashes) tree.add(leaf_of(hash));
        first += most;
    }
}

}  // namespace

void grow(db::Connection& db, SchoolId school, Log log, merkle::Tree& tree, merkle::Size size) {
    add_between(db, school, log, tree, tree.size(), size);
}

merkle::Hash root_of(db::Connection& db, SchoolId school, Log log, merkle::Size first, merkle::Size last) {
    merkle::Tree tree;
    add_between(db, school, log, tree, first, last);
    return tree.root();
}

}  // namespace heads
