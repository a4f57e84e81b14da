#include "messages/rules.hpp"

#include <gtest/gtest.h>

namespace messages {
namespace {

constexpr Instant made{1'000'000};

}  // namespace

TEST(Postponing, grows_from_a_minute) {
    EXPECT_EQ(next_attempt(1, made, made), made + 1 * minutes);
    EXPECT_EQ(next_attempt(2, made, made), made + 5 * minutes);
    EXPECT_EQ(next_attempt(3, made, made), made + 15 * minutes);
    EXPECT_EQ(next_attempt(4, made, made), made + 1 * hours);
    for (int attempts = 1; attempts < 50; ++attempts)
        EXPECT_LE(*next_attempt(attempts, made, made), *next_attempt(attempts + 1, made, made));
    EXPECT_EQ(next_attempt(1000, made, made), made + 12 * hours);
    EXPECT_EQ(next_attempt(0, made, made), made + 1 * minutes);
}

TEST(Postponing, ends_after_three_days) {
    EXPECT_TRUE(next_attempt(9, made, made + 72 * hours - 1));
    EXPECT_FALSE(next_attempt(9, made, made + 72 * hours));
}

}  // namespace messages
