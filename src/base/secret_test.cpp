#include "base/secret.hpp"

#include <gtest/gtest.h>

#include <set>

TEST(Tokens, a_token_is_43_characters_that_are_safe_in_an_address) {
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        auto const token = secret::new_token();
        EXPECT_EQ(token.size(), 43U);
        EXPECT_EQ(
            token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
            token.npos
        );
        EXPECT_TRUE(seen.insert(token).second);
    }
}

TEST(RandomNumbers, are_below_their_bound_and_reach_every_number) {
    std::set<std::size_t> seen;
    for (int i = 0; i < 500; ++i) seen.insert(secret::random_below(5));
    EXPECT_EQ(seen, (std::set<std::size_t>{0, 1, 2, 3, 4}));
}

TEST(Tokens, what_is_stored_of_a_token_is_its_blake2b_256) {
    EXPECT_EQ(
        secret::hash_of_token(""), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"
    );  // b2sum -l 256 of nothing
    EXPECT_EQ(
        secret::hash_of_token("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"
    );
}

TEST(Passwords, only_the_password_that_was_set_matches) {
    auto const hash = secret::hash_of_password("correct horse battery");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << hash;
    EXPECT_TRUE(secret::password_matches(hash, "correct horse battery"));
    EXPECT_FALSE(secret::password_matches(hash, "correct horse batterz"));
    EXPECT_FALSE(secret::password_matches(hash, ""));
    EXPECT_NE(secret::hash_of_password("correct horse battery"), hash);
}

TEST(Passwords, nothing_matches_what_is_no_hash) {
    EXPECT_FALSE(secret::password_matches("", ""));
    EXPECT_FALSE(secret::password_matches("correct", "correct"));
    EXPECT_FALSE(secret::password_matches(std::string(1000, '$'), "correct"));
}

TEST(Digests, no_two_lists_of_parts_collide_by_how_they_are_cut) {
    EXPECT_NE(secret::digest({"ab", "c"}), secret::digest({"a", "bc"}));
    EXPECT_NE(secret::digest({"abc"}), secret::digest({"abc", ""}));
    EXPECT_NE(secret::digest({}), secret::digest({""}));
    EXPECT_EQ(secret::digest({"ab", "c"}), secret::digest({"ab", "c"}));
}

TEST(Digests, each_part_follows_its_length_in_8_bytes_lowest_first) {
    using namespace std::string_view_literals;
    EXPECT_EQ(secret::digest({"ab", "c"}), secret::hash_of_token("\2\0\0\0\0\0\0\0ab\1\0\0\0\0\0\0\0c"sv));
}

TEST(Masks, every_page_gets_another_mask_of_the_same_token) {
    auto const token = secret::new_token();
    auto const one = secret::masked(token);
    auto const other = secret::masked(token);
    EXPECT_NE(one, other);
    EXPECT_TRUE(secret::unmasks_to(one, token));
    EXPECT_TRUE(secret::unmasks_to(other, token));
    EXPECT_EQ(one.find(token), one.npos);
}

TEST(Masks, a_changed_mask_unmasks_to_nothing) {
    auto const token = secret::new_token();
    auto const masked = secret::masked(token);
    for (std::size_t i = 0; i < masked.size(); ++i) {
        auto changed = masked;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(secret::unmasks_to(changed, token)) << i;
        EXPECT_FALSE(secret::unmasks_to(masked.substr(0, i), token)) << i;
    }
    EXPECT_FALSE(secret::unmasks_to(masked + "A", token));
    EXPECT_FALSE(secret::unmasks_to(masked, secret::new_token()));
    EXPECT_FALSE(secret::unmasks_to("not base64url!", token));
}

TEST(Masks, nothing_unmasks_to_an_empty_token) {
    EXPECT_FALSE(secret::unmasks_to("", ""));
    EXPECT_FALSE(secret::unmasks_to(secret::masked(""), ""));
}
