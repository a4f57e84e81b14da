#include "statistics/exact_share.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace statistics {
namespace {

// The closed forms at either end: nobody of n leaves 1 - (a/2)^(1/n), and all of n mirror it.
TEST(ExactShare, of_nobody_and_of_all_has_its_closed_form) {
    for (int const all : {1, 5, 100, 300}) {
        double const end = 1 - std::pow(0.025, 1.0 / all);
        EXPECT_DOUBLE_EQ(exact_share(0, all)->low, 0);
        EXPECT_NEAR(exact_share(0, all)->high, end, 1e-9);
        EXPECT_NEAR(exact_share(all, all)->low, 1 - end, 1e-9);
        EXPECT_DOUBLE_EQ(exact_share(all, all)->high, 1);
    }
}

// By hand from the binomial's own sums: at the upper limit as few as were seen have a chance of 1 in 40.
TEST(ExactShare, leaves_one_in_forty_beyond_each_limit) {
    auto const at_most = [](int count, int all, double p) {
        double sum = 0, term = std::pow(1 - p, all);
        for (int k = 0; k <= count; ++k) {
            sum += term;
            term *= (all - k) * p / ((k + 1) * (1 - p));
        }
        return sum;
    };
    for (auto const& [count, all] : {std::pair(1, 20), {2, 112}, {7, 300}, {150, 300}}) {
        auto const found = exact_share(count, all);
        ASSERT_TRUE(found);
        EXPECT_NEAR(at_most(count, all, found->high), 0.025, 1e-6);
        EXPECT_NEAR(1 - at_most(count - 1, all, found->low), 0.025, 1e-6);
    }
}

TEST(ExactShare, refuses_counts_and_levels_that_are_none) {
    EXPECT_EQ(exact_share(1, 0).error(), Refusal::invalid_count);
    EXPECT_EQ(exact_share(-1, 5).error(), Refusal::invalid_count);
    EXPECT_EQ(exact_share(6, 5).error(), Refusal::invalid_count);
    EXPECT_EQ(exact_share(1, 5, 1).error(), Refusal::invalid_level);
}

}  // namespace
}  // namespace statistics
