#include "merkle/rules.hpp"

#include <bit>
#include <stdexcept>

namespace merkle {
namespace {

// The largest power of two smaller than the size, which is two at the least.
Size split(Size size) { return std::bit_floor(size - 1); }

bool is_power_of_two(Size size) { return std::has_single_bit(size); }

// PATH of RFC 9162 for the leaf among those from `first` up to before `last`.
void add_path(Proof& proof, Size leaf, Size first, Size last, RootOf root_of) {
    if (last - first <= 1) return;
    auto const middle = first + split(last - first);
    if (leaf < middle) {
        add_path(proof, leaf, first, middle, root_of);
        proof.push_back(root_of(middle, last));
    } else {
        add_path(proof, leaf, middle, last, root_of);
        proof.push_back(root_of(first, middle));
    }
}

// SUBPROOF of RFC 9162; `known` where the reader has the root of these leaves already.
void add_subproof(Proof& proof, Size earlier, Size first, Size last, bool known, RootOf root_of) {
    if (earlier == last) {
        if (!known) proof.push_back(root_of(first, last));
        return;
    }
    auto const middle = first + split(last - first);
    if (earlier <= middle) {
        add_subproof(proof, earlier, first, middle, known, root_of);
        proof.push_back(root_of(middle, last));
    } else {
        add_subproof(proof, earlier, middle, last, false, root_of);
        proof.push_back(root_of(first, middle));
    }
}

}  // namespace

Hash leaf_hash(std::string_view entry) { return sha256::of(std::string_view("\0", 1), entry); }

Hash node_hash(Hash const& left, Hash const& right) {
    return sha256::of("\1", sha256::bytes_of(left), sha256::bytes_of(right));
}

Hash empty_root() { return sha256::of({}); }

Tree::Tree(Size size, std::vector<Hash> subtrees) : size_(size), subtrees_(std::move(subtrees)) {
    if (static_cast<Size>(std::popcount(size)) != subtrees_.size())
        throw std::invalid_argument("a tree has one whole subtree for each binary one of its size");
}

void Tree::add(Hash const& leaf) { add_subtree(leaf, 0); }

void Tree::add_subtree(Hash const& root, int level) {
    auto joined = root;
    auto const added = Size{1} << level;
    if (size_ % added != 0)
        throw std::invalid_argument("a whole subtree has its place at a multiple of its size");
    for (auto height = level; ((size_ >> height) & 1U) != 0; ++height) {
        joined = node_hash(subtrees_.back(), joined);
        subtrees_.pop_back();
    }
    subtrees_.push_back(joined);
    size_ += added;
}

Hash Tree::root() const {
    if (subtrees_.empty()) return empty_root();
    auto root = subtrees_.back();
    for (auto left = subtrees_.rbegin() + 1; left != subtrees_.rend(); ++left) root = node_hash(*left, root);
    return root;
}

Proof inclusion_proof(Size leaf, Size size, RootOf root_of) {
    Proof proof;
    if (leaf < size) add_path(proof, leaf, 0, size, root_of);
    return proof;
}

Proof consistency_proof(Size earlier, Size size, RootOf root_of) {
    Proof proof;
    if (earlier > 0 && earlier < size) add_subproof(proof, earlier, 0, size, true, root_of);
    return proof;
}

bool is_included(Hash const& leaf_hash, Size leaf, Size size, Hash const& root, Proof const& proof) {
    if (leaf >= size) return false;
    auto fn = leaf;
    auto sn = size - 1;
    auto r = leaf_hash;
    for (auto const& p : proof) {
        if (sn == 0) return false;
        if ((fn & 1U) != 0 || fn == sn) {
            r = node_hash(p, r);
            while ((fn & 1U) == 0 && fn != 0) {
                fn >>= 1U;
                sn >>= 1U;
            }
        } else {
            r = node_hash(r, p);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    return sn == 0 && r == root;
}

bool is_consistent(Size earlier, Hash const& earlier_root, Size size, Hash const& root, Proof const& proof) {
    if (earlier > size) return false;
    if (earlier == size) return proof.empty() && earlier_root == root;
    if (earlier == 0) return proof.empty() && earlier_root == empty_root();
    auto path = proof;
    if (is_power_of_two(earlier)) path.insert(path.begin(), earlier_root);
    if (path.empty()) return false;
    auto fn = earlier - 1;
    auto sn = size - 1;
    while ((fn & 1U) != 0) {
        fn >>= 1U;
        sn >>= 1U;
    }
    auto fr = path.front();
    auto sr = path.front();
    for (auto c = path.begin() + 1; c != path.end(); ++c) {
        if (sn == 0) return false;
        if ((fn & 1U) != 0 || fn == sn) {
            fr = node_hash(*c, fr);
            sr = node_hash(*c, sr);
            while ((fn & 1U) == 0 && fn != 0) {
                fn >>= 1U;
                sn >>= 1U;
            }
        } else {
            sr = node_hash(sr, *c);
        }
        fn >>= 1U;
        sn >>= 1U;
    }
    return sn == 0 && fr == earlier_root && sr == root;
}

}  // namespace merkle
