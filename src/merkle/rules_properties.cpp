#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>

#include "merkle/rules.hpp"

namespace merkle {
namespace {

constexpr Size most = 70;

Hash leaf(Size at) { return leaf_hash(std::to_string(at)); }

// MTH of RFC 9162, section 2.1.1, word for word.
Hash root_between(Size first, Size last) {
    auto const n = last - first;
    if (n == 0) return empty_root();
    if (n == 1) return leaf(first);
    Size k = 1;
    while (k * 2 < n) k *= 2;
    return node_hash(root_between(first, first + k), root_between(first + k, last));
}

auto const root_of = [](Size first, Size last) { return root_between(first, last); };

void flip_a_bit(Hash& hash, unsigned bit) {
    hash[bit / 8 % hash.size()] ^= static_cast<unsigned char>(1U << (bit % 8));
}

TEST(MerkleOfEverySize, grows_to_the_root_that_the_definition_gives) {
    Tree tree;
    for (Size size = 0; size <= most; ++size) {
        EXPECT_EQ(tree.root(), root_of(0, size)) << size;
        tree.add(leaf(size));
    }
}

TEST(MerkleOfEverySize, every_leaf_is_proved_and_no_other_place_is) {
    for (Size size = 1; size <= most; ++size) {
        auto const root = root_of(0, size);
        for (Size at = 0; at < size; ++at) {
            auto const proof = inclusion_proof(at, size, root_of);
            EXPECT_LE(proof.size(), static_cast<std::size_t>(std::bit_width(size - 1)));
            EXPECT_TRUE(is_included(leaf(at), at, size, root, proof)) << at << " of " << size;
            EXPECT_FALSE(is_included(leaf(at + 1), at, size, root, proof)) << at << " of " << size;
            EXPECT_FALSE(is_included(leaf(at), at, size, root_of(0, size + 1), proof));
        }
        EXPECT_FALSE(is_included(leaf(size), size, size, root, {}));
    }
}

TEST(MerkleOfEverySize, every_beginning_is_proved_and_no_other_one_is) {
    for (Size size = 0; size <= most; ++size)
        for (Size earlier = 0; earlier <= size; ++earlier) {
            auto const proof = consistency_proof(earlier, size, root_of);
            auto const root = root_of(0, size);
            EXPECT_TRUE(is_consistent(earlier, root_of(0, earlier), size, root, proof))
                << earlier << " of " << size;
            EXPECT_FALSE(is_consistent(earlier, leaf(most + 1), size, root, proof));
            if (earlier > 0 && earlier < size) {
                EXPECT_FALSE(is_consistent(earlier, root_of(0, earlier), size, leaf(most + 1), proof));
            }
        }
    EXPECT_FALSE(is_consistent(2, root_of(0, 2), 1, root_of(0, 1), {}));
}

RC_GTEST_PROP(Merkle, a_flipped_bit_a_lost_hash_or_one_more_spoils_a_proof_of_a_leaf, ()) {
    auto const size = *rc::gen::inRange<Size>(2, most + 1);
    auto const at = *rc::gen::inRange<Size>(0, size);
    auto const root = root_of(0, size);
    auto proof = inclusion_proof(at, size, root_of);
    auto const place = *rc::gen::inRange<std::size_t>(0, proof.size());
    auto const what = *rc::gen::inRange(0, 3);
    if (what == 0) flip_a_bit(proof[place], *rc::gen::inRange(0U, 256U));
    if (what == 1) proof.erase(proof.begin() + static_cast<std::ptrdiff_t>(place));
    if (what == 2) proof.insert(proof.begin() + static_cast<std::ptrdiff_t>(place), leaf(most + 1));
    RC_ASSERT(!is_included(leaf(at), at, size, root, proof));
}

RC_GTEST_PROP(Merkle, a_flipped_bit_a_lost_hash_or_one_more_spoils_a_proof_of_a_beginning, ()) {
    auto const size = *rc::gen::inRange<Size>(2, most + 1);
    auto const earlier = *rc::gen::inRange<Size>(1, size);
    auto proof = consistency_proof(earlier, size, root_of);
    auto const place = *rc::gen::inRange<std::size_t>(0, proof.size());
    auto const what = *rc::gen::inRange(0, 3);
    if (what == 0) flip_a_bit(proof[place], *rc::gen::inRange(0U, 256U));
    if (what == 1) proof.erase(proof.begin() + static_cast<std::ptrdiff_t>(place));
    if (what == 2) proof.insert(proof.begin() + static_cast<std::ptrdiff_t>(place), leaf(most + 1));
    RC_ASSERT(!is_consistent(earlier, root_of(0, earlier), size, root_of(0, size), proof));
}

}  // namespace
}  // namespace merkle
