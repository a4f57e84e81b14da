#include "base/packing.hpp"

#include <gtest/gtest.h>

namespace {

TEST(Packing, is_read_back_as_it_was_written) {
    packing::Writing to;
    to.text("3:a 1 ");
    to.number(-7);
    to.texts({"", std::string("a\0b", 3)});
    to.text("");
    auto const bytes = to.taken();

    packing::Reading from(bytes);
    EXPECT_EQ(from.text(), "3:a 1 ");
    EXPECT_EQ(from.number(), -7);
    std::vector<std::string> texts;
    from.texts(texts);
    EXPECT_EQ(texts, (std::vector<std::string>{"", std::string("a\0b", 3)}));
    EXPECT_FALSE(from.is_whole());
    EXPECT_EQ(from.text(), "");
    EXPECT_TRUE(from.is_whole());
}

TEST(Packing, what_was_not_written_so_is_empty_and_not_whole) {
    for (auto const* bytes : {"", "x", "5 ab", "-1 ", "999999999999999999999 ", "7", " "}) {
        packing::Reading from(bytes);
        EXPECT_EQ(from.text(), "") << bytes;
        EXPECT_EQ(from.number(), 0) << bytes;
        EXPECT_FALSE(from.is_whole()) << bytes;
    }
}

}  // namespace
