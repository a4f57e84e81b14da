#include "base/hundredths.hpp"

#include <gtest/gtest.h>

namespace {

TEST(Hundredths, are_written_as_people_write_points) {
    EXPECT_EQ(hundredths::in_words(300), "3");
    EXPECT_EQ(hundredths::in_words(350), "3.5");
    EXPECT_EQ(hundredths::in_words(-25), "-0.25");
    EXPECT_EQ(hundredths::in_words(5), "0.05");
    EXPECT_EQ(hundredths::in_words(0), "0");
}

TEST(Hundredths, are_read_back_whatever_they_are) {
    for (int all = -12'345; all <= 12'345; ++all)
        ASSERT_EQ(hundredths::parse(hundredths::in_words(all)), all) << all;
}

TEST(Hundredths, are_read_with_a_comma_and_spaces_and_a_nought_too_many) {
    EXPECT_EQ(hundredths::parse(" 3,5 "), 350);
    EXPECT_EQ(hundredths::parse("3.50"), 350);
    EXPECT_EQ(hundredths::parse("03"), 300);
}

TEST(Hundredths, are_nothing_else) {
    for (auto const* text :
         {"", " ", "-", "3.", ".5", "3.555", "12345", "3e2", "+3", "--3", "3 5", "three", "3.5.1"})
        EXPECT_FALSE(hundredths::parse(text)) << text;
}

}  // namespace
