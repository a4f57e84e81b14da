#include "base/sealed.hpp"

#include <gtest/gtest.h>

#include "base/base64url.hpp"

namespace sealed {
namespace {

TEST(Sealed, what_was_sealed_opens_with_its_key_for_what_it_belongs_to) {
    auto const key = new_key();
    for (auto const* const words : {"", "Sam likes the willow", "a\nb"})
        EXPECT_EQ(opened(key, seal(key, words, "note 1"), "note 1"), words);
}

TEST(Sealed, nothing_opens_with_another_key_or_in_another_place) {
    auto const key = new_key();
    auto const text = seal(key, "Sam likes the willow", "note 1");
    EXPECT_FALSE(opened(new_key(), text, "note 1"));
    EXPECT_FALSE(opened(key, text, "note 2"));
    EXPECT_FALSE(opened(key, text, ""));
}

TEST(Sealed, no_bit_can_be_changed_and_none_left_out) {
    auto const key = new_key();
    auto const bytes = *base::from_base64url(seal(key, "willow", "note 1"));
    for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
        auto changed = bytes;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
        EXPECT_FALSE(opened(key, base::base64url(changed), "note 1")) << bit;
    }
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(opened(key, base::base64url(bytes.substr(0, length)), "note 1")) << length;
    EXPECT_FALSE(opened(key, "no base64url!", "note 1"));
}

TEST(Sealed, the_same_words_never_look_the_same_and_never_show) {
    auto const key = new_key();
    auto const text = seal(key, "willow", "note 1");
    EXPECT_NE(text, seal(key, "willow", "note 1"));
    EXPECT_EQ(base::from_base64url(text)->find("willow"), std::string::npos);
}

TEST(Sealed, a_key_is_read_as_it_was_written) {
    auto const key = new_key();
    EXPECT_NE(key, new_key());
    EXPECT_EQ(key_of(text_of(key)), key);
    EXPECT_EQ(text_of(key).size(), 43U);
    EXPECT_FALSE(key_of(""));
    EXPECT_FALSE(key_of("willow"));
    EXPECT_FALSE(key_of(text_of(key) + "AAAA"));
    EXPECT_EQ(fingerprint(key), fingerprint(key));
    EXPECT_NE(fingerprint(key), fingerprint(new_key()));
}

}  // namespace
}  // namespace sealed
