#include "merkle/rules.hpp"

#include <gtest/gtest.h>

#include <string>

namespace merkle {
namespace {

// The leaves and roots with which implementations of Certificate Transparency are tested
// (https://github.com/google/certificate-transparency-go, RFC 6962 and 9162 alike).
std::vector<std::string> const leaves{
    "",
    std::string("\x00", 1),
    "\x10",
    "\x20\x21",
    "\x30\x31",
    "\x40\x41\x42\x43",
    "\x50\x51\x52\x53\x54\x55\x56\x57",
    "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
std::vector<std::string> const roots{
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

Tree tree_of(std::size_t size) {
    Tree tree;
    for (std::size_t at = 0; at < size; ++at) tree.add(leaf_hash(leaves[at]));
    return tree;
}

auto const root_of = [](Size first, Size last) {
    Tree tree;
    for (auto at = first; at < last; ++at) tree.add(leaf_hash(leaves[at]));
    return tree.root();
};

std::vector<std::string> in_words(Proof const& proof) {
    std::vector<std::string> words;
    for (auto const& hash : proof) words.push_back(sha256::hexadecimal(hash));
    return words;
}

TEST(Merkle, the_roots_of_none_to_eight_known_leaves_are_those_of_the_published_vectors) {
    for (std::size_t size = 0; size < roots.size(); ++size)
        EXPECT_EQ(sha256::hexadecimal(tree_of(size).root()), roots[size]) << size;
}

// Of the same vectors.
TEST(Merkle, proofs_of_the_known_leaves_are_those_of_the_published_vectors) {
    EXPECT_EQ(
        in_words(inclusion_proof(0, 8, root_of)),
        (std::vector<std::string>{
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"})
    );
    EXPECT_EQ(
        in_words(consistency_proof(6, 8, root_of)),
        (std::vector<std::string>{
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"})
    );
    EXPECT_TRUE(inclusion_proof(0, 1, root_of).empty());
    EXPECT_TRUE(consistency_proof(1, 1, root_of).empty());
}

TEST(Merkle, a_tree_goes_on_from_its_whole_subtrees) {
    for (std::size_t size = 0; size <= leaves.size(); ++size) {
        auto const known = tree_of(size);
        Tree tree(known.size(), known.subtrees());
        for (auto at = size; at < leaves.size(); ++at) tree.add(leaf_hash(leaves[at]));
        EXPECT_EQ(sha256::hexadecimal(tree.root()), roots.back()) << size;
    }
    EXPECT_THROW(Tree(3, {empty_root()}), std::invalid_argument);
}

TEST(Merkle, a_tree_is_put_together_from_whole_parts) {
    Tree tree;
    tree.add_subtree(root_of(0, 4), 2);
    tree.add_subtree(root_of(4, 6), 1);
    tree.add(leaf_hash(leaves[6]));
    EXPECT_EQ(sha256::hexadecimal(tree.root()), roots[7]);
    EXPECT_THROW(tree.add_subtree(root_of(0, 4), 2), std::invalid_argument);
}

}  // namespace
}  // namespace merkle
