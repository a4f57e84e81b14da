#include "base/signature.hpp"

#include <gtest/gtest.h>

#include "base/base64url.hpp"
#include "base/sha256.hpp"

namespace {

std::string from_hexadecimal(std::string const& text) {
    auto const first = sha256::from_hexadecimal(text.substr(0, 64)).value();
    std::string bytes(sha256::bytes_of(first));
    if (text.size() > 64) bytes += from_hexadecimal(text.substr(64));
    return bytes;
}

// RFC 8032, section 7.1, test 1.
TEST(Signature, is_that_of_the_published_vector) {
    auto const key = signature::Key::parse(
        base::base64url(from_hexadecimal("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
    );
    ASSERT_TRUE(key);
    EXPECT_EQ(
        key->public_key(),
        base::base64url(from_hexadecimal("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
    );
    EXPECT_EQ(
        key->sign(""),
        base::base64url(from_hexadecimal("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                                         "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"))
    );
}

TEST(Signature, holds_for_its_text_and_its_key_alone) {
    auto const key = signature::Key::make();
    auto const signed_text = key.sign("size 12");
    EXPECT_TRUE(signature::holds(key.public_key(), "size 12", signed_text));
    EXPECT_FALSE(signature::holds(key.public_key(), "size 13", signed_text));
    EXPECT_FALSE(signature::holds(signature::Key::make().public_key(), "size 12", signed_text));
    EXPECT_FALSE(signature::holds(key.public_key(), "size 12", "no signature"));
    EXPECT_FALSE(signature::holds("no key", "size 12", signed_text));
}

TEST(Signature, of_a_key_that_was_kept_is_the_same) {
    auto const key = signature::Key::make();
    auto const kept = signature::Key::parse(key.words());
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->sign("size 12"), key.sign("size 12"));
    EXPECT_FALSE(signature::Key::parse(key.words().substr(1)));
    EXPECT_FALSE(signature::Key::parse(""));
}

// FIPS 180-4.
TEST(Sha256, is_that_of_the_published_vector_in_one_part_or_several) {
    auto const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    EXPECT_EQ(sha256::hexadecimal(sha256::of("abc")), abc);
    EXPECT_EQ(sha256::hexadecimal(sha256::of("a", "b", "c")), abc);
    EXPECT_EQ(sha256::from_hexadecimal(abc), sha256::of("abc"));
    EXPECT_EQ(sha256::from_hexadecimal("ba78"), std::nullopt);
    EXPECT_EQ(sha256::from_hexadecimal(std::string(63, 'a') + "g"), std::nullopt);
}

}  // namespace
