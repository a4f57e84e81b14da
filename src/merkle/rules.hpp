#pragma once

#include <string_view>
#include <vector>

#include "base/function_ref.hpp"
#include "merkle/merkle.hpp"

namespace merkle {

// The hash of an entry: SHA-256 of a zero byte and the entry.
Hash leaf_hash(std::string_view entry);
// The hash of two subtrees: SHA-256 of a one byte, the left and the right.
Hash node_hash(Hash const& left, Hash const& right);
// The root of a tree without leaves.
Hash empty_root();

// A tree that grows by one leaf after the other, and keeps no more of them than its whole subtrees.
class Tree {
public:
    Tree() = default;
    // From the roots of the whole subtrees of a tree of this size, the largest first; throws where they are
    // too few or too many.
    Tree(Size size, std::vector<Hash> subtrees);

    void add(Hash const& leaf);
    // Adds a whole subtree of 2^level leaves, whose place is next.
    void add_subtree(Hash const& root, int level);

    Size size() const { return size_; }
    Hash root() const;
    std::vector<Hash> const& subtrees() const { return subtrees_; }

private:
    Size size_ = 0;
    std::vector<Hash> subtrees_;
};

// The root of the leaves from `first` up to before `last`.
using RootOf = FunctionRef<Hash(Size first, Size last)>;

// That this leaf stands in the tree of this size (2.1.3.1), and that the tree of `size` leaves holds that of
// `earlier` as its beginning (2.1.4.1). A tree's roots are asked for, each leaf once.
Proof inclusion_proof(Size leaf, Size size, RootOf root_of);
Proof consistency_proof(Size earlier, Size size, RootOf root_of);

// What a reader of such a proof works out (2.1.3.2, 2.1.4.2).
bool is_included(Hash const& leaf_hash, Size leaf, Size size, Hash const& root, Proof const& proof);
bool is_consistent(Size earlier, Hash const& earlier_root, Size size, Hash const& root, Proof const& proof);

}  // namespace merkle
