#include "statistics/small_numbers.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace statistics {
namespace {

using Cells = std::vector<Cell>;
using Counts = std::vector<Count>;

Table const three_by_three{{3, 12, 20}, {9, 14, 7}, {18, 6, 11}};

TEST(StatisticsSmallNumbers, hidden_alone_are_told_by_the_totals) {
    EXPECT_EQ(*audit(three_by_three, Cells{{0, 0}}), (std::vector<Bounds>{{3, 3}}));
    EXPECT_EQ(*audit(three_by_three, Cells{{0, 0}, {0, 1}}), (std::vector<Bounds>{{3, 3}, {12, 12}}));
}

TEST(StatisticsSmallNumbers, hidden_in_a_block_move_against_each_other) {
    EXPECT_EQ(
        *audit(three_by_three, Cells{{0, 0}, {0, 1}, {1, 0}, {1, 1}}),
        (std::vector<Bounds>{{0, 12}, {3, 15}, {0, 12}, {11, 23}})
    );
}

// Three cells of two rows and three columns close no round, a round of six does.
TEST(StatisticsSmallNumbers, hidden_in_a_ring_move_too) {
    Table const table{{4, 6, 50}, {60, 7, 8}, {9, 70, 10}};
    auto const bounds = audit(table, Cells{{0, 0}, {0, 1}, {1, 1}, {1, 2}, {2, 2}, {2, 0}});
    EXPECT_EQ((*bounds)[0], (Bounds{0, 10}));
    EXPECT_EQ((*bounds)[1], (Bounds{0, 10}));
}

TEST(StatisticsSmallNumbers, take_the_cheapest_cells_along) {
    auto const found = protect_table(three_by_three);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->primary, (Cells{{0, 0}}));
    EXPECT_EQ(found->secondary, (Cells{{0, 1}, {1, 0}, {1, 1}}));
    EXPECT_EQ(found->cost, 35);
    EXPECT_EQ(found->bounds, (std::vector<Bounds>{{0, 12}}));
    EXPECT_TRUE(found->cheapest);
}

TEST(StatisticsSmallNumbers, that_protect_each_other_take_nothing_along) {
    auto const found = protect_table({{4, 4, 30}, {4, 4, 30}, {30, 30, 30}});
    EXPECT_EQ(found->primary.size(), 4);
    EXPECT_EQ(found->secondary, Cells{});
    EXPECT_EQ(found->bounds[0], (Bounds{0, 8}));
}

TEST(StatisticsSmallNumbers, of_a_total_below_the_width_cannot_be_protected) {
    EXPECT_EQ(protect_table({{1, 2}, {20, 30}}).error(), Refusal::no_protection);
    EXPECT_EQ(protect_table({{1, 20}}).error(), Refusal::no_protection) << "each column is its own total";
}

TEST(StatisticsSmallNumbers, are_none_where_nothing_is_small) {
    EXPECT_EQ(protect_table({{0, 20}, {9, 30}})->primary, Cells{});
    EXPECT_EQ(protect_table({{0, 20}, {9, 30}})->secondary, Cells{});
    EXPECT_EQ(protect_table({})->cost, 0);
    EXPECT_EQ(
        protect_table({{0, 20}, {9, 30}}, {.zeros_are_small = true})->secondary,
        (Cells{{0, 1}, {1, 0}, {1, 1}})
    );
}

TEST(StatisticsSmallNumbers, of_a_list_take_the_cheapest_along_that_is_enough) {
    auto const one = protect_list(Counts{2, 9, 14, 30});
    EXPECT_EQ(one->primary, std::vector<std::size_t>{0});
    EXPECT_EQ(one->secondary, std::vector<std::size_t>{1});
    EXPECT_EQ(one->cost, 9);
    EXPECT_EQ(one->bounds, (Bounds{0, 11}));
    auto const wide = protect_list(Counts{2, 9, 14, 30, 6}, {.width = 20});
    EXPECT_EQ(wide->secondary, (std::vector<std::size_t>{2, 4}))
        << "6 and 14 are 20, with 2 more than needed";
    EXPECT_EQ(wide->cost, 20);
}

TEST(StatisticsSmallNumbers, of_a_list_with_4_between_them_are_not_enough) {
    auto const found = protect_list(Counts{1, 3, 9, 30});
    EXPECT_EQ(found->secondary, std::vector<std::size_t>{2});
    EXPECT_EQ(found->bounds, (Bounds{0, 13}));
    EXPECT_EQ(protect_list(Counts{2, 3, 9, 30})->secondary, std::vector<std::size_t>{});
    EXPECT_EQ(protect_list(Counts{2, 3, 9, 30})->bounds, (Bounds{0, 5}));
}

TEST(StatisticsSmallNumbers, of_a_list_of_one_hide_the_total) {
    EXPECT_TRUE(protect_list(Counts{3})->total_hidden);
    EXPECT_TRUE(protect_list(Counts{3, 0})->total_hidden);
    EXPECT_FALSE(protect_list(Counts{3})->bounds);
    EXPECT_FALSE(protect_list(Counts{9})->total_hidden);
    EXPECT_FALSE(protect_list(Counts{0, 9, 14, 30})->bounds) << "zero is not small";
}

// 12 schools by 12 kinds of need, a third of them small.
TEST(StatisticsSmallNumbers, of_a_county_are_protected_too) {
    Table county(12, Counts(12));
    for (std::size_t row = 0; row < 12; ++row)
        for (std::size_t column = 0; column < 12; ++column)
            county[row][column] = static_cast<Count>((row * 7 + column * 5 + row * column) % 17);
    auto const found = protect_table(county);
    ASSERT_TRUE(found);
    EXPECT_GT(found->primary.size(), 20);
    for (auto const& bounds : found->bounds) EXPECT_GE(bounds.most - bounds.least, 5);
    EXPECT_LT(found->secondary.size(), found->primary.size());
}

TEST(StatisticsSmallNumbers, are_refused_where_they_mean_nothing) {
    EXPECT_EQ(audit({{1, 2}, {3}}, {}).error(), Refusal::different_lengths);
    EXPECT_EQ(audit({{1, -2}}, {}).error(), Refusal::invalid_count);
    EXPECT_EQ(audit({{1, 2}}, Cells{{0, 2}}).error(), Refusal::invalid_count);
    EXPECT_EQ(protect_table({{1, 2}, {3}}).error(), Refusal::different_lengths);
    EXPECT_EQ(protect_table({{1}}, {.threshold = -1}).error(), Refusal::invalid_count);
    EXPECT_EQ(protect_list(Counts{1, -2}).error(), Refusal::invalid_count);
    EXPECT_EQ(protect_list(Counts{1}, {.width = 2'000}).error(), Refusal::invalid_count);
}

}  // namespace
}  // namespace statistics
