#include "base/base64.hpp"

#include <gtest/gtest.h>

namespace base {
namespace {

// RFC 4648, section 10.
TEST(Base64, writes_and_reads_the_vectors_of_its_rfc) {
    for (auto const& [bytes, text] : std::initializer_list<std::pair<std::string, std::string>>{
             {"", ""},
             {"f", "Zg=="},
             {"fo", "Zm8="},
             {"foo", "Zm9v"},
             {"foob", "Zm9vYg=="},
             {"fooba", "Zm9vYmE="},
             {"foobar", "Zm9vYmFy"}}) {
        EXPECT_EQ(base64(bytes), text);
        EXPECT_EQ(from_base64(text), bytes);
    }
}

TEST(Base64, holds_every_byte) {
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    EXPECT_EQ(from_base64(base64(all)), all);
}

TEST(Base64, reads_nothing_else) {
    for (auto const* const text : {"Zg", "Zg=", "Z===", "====", "Zm9v!m9v", "Zm9vé"})
        EXPECT_EQ(from_base64(text), std::nullopt) << text;
}

}  // namespace
}  // namespace base
