#include "today/columns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace today {
namespace {

// Overdue, to do, later; and how many lines stand below in the second column.
TEST(Columns, hold_all_that_is_to_do_in_the_first_while_it_is_soon_read) {
    for (int overdue = 0; overdue <= 4; ++overdue)
        for (int below : {0, 3, 40})
            EXPECT_EQ(in_the_first_column(std::array{overdue, 4, 0}, below), 3U) << overdue << ' ' << below;
}

TEST(Columns, part_a_long_list_between_two_groups_so_that_the_longer_one_is_shortest) {
    EXPECT_EQ(in_the_first_column(std::array{13, 7, 1}, 3), 1U);
    EXPECT_EQ(in_the_first_column(std::array{3, 9, 1}, 14), 3U) << "enough stands in the second already";
    EXPECT_EQ(in_the_first_column(std::array{4, 20, 1}, 3), 2U);
    EXPECT_EQ(in_the_first_column(std::array{13, 0, 0}, 3), 3U) << "one group is never parted";
}

TEST(Columns, are_never_longer_than_one_would_be_and_the_first_is_never_empty) {
    for (int overdue = 0; overdue <= 20; ++overdue)
        for (int due = 0; due <= 20; ++due)
            for (int below : {0, 1, 5, 30}) {
                std::array const lines{overdue, due, 1};
                auto const taken = in_the_first_column(lines, below);
                ASSERT_LE(taken, lines.size());
                ASSERT_GE(taken, 1U);
                int first = 0;
                for (std::size_t at = 0; at < taken; ++at) first += lines[at];
                EXPECT_GT(first, 0);
                EXPECT_LE(
                    std::max(first, overdue + due + 1 - first + below), std::max(overdue + due + 1, below)
                ) << overdue
                  << ' ' << due << ' ' << below;
            }
}

}  // namespace
}  // namespace today
