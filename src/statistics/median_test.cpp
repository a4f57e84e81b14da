#include "statistics/median.hpp"

#include <gtest/gtest.h>

namespace statistics {
namespace {

TEST(Median, is_the_value_in_the_middle_whatever_the_order) { EXPECT_EQ(median({30, 1, 7}), 7); }

TEST(Median, of_an_even_number_lies_between_the_two_in_the_middle) {
    EXPECT_EQ(median({90, 10, 20, 40}), 30);
    EXPECT_EQ(median({3, 4}), 3);
}

TEST(Median, of_one_is_that_one) { EXPECT_EQ(median({12}), 12); }

}  // namespace
}  // namespace statistics
