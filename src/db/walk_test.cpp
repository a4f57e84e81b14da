#include "db/walk.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <optional>

namespace db {
namespace {

constexpr std::chrono::hours far_away{1};

bool comes_to(std::atomic<int> const& rounds, int count) {
    for (int wait = 0; wait < 500 && rounds < count; ++wait)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    return rounds == count;
}

TEST(Walk, goes_round_again_at_once_while_more_is_due_and_then_waits) {
    std::atomic<int> rounds = 0;
    Walk walk;
    walk.start({.before_the_first = {}, .between = far_away}, [&] { return ++rounds < 3; });
    EXPECT_TRUE(comes_to(rounds, 3));
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
    EXPECT_EQ(rounds, 3);
}

TEST(Walk, goes_round_where_it_is_poked) {
    std::atomic<int> rounds = 0;
    Walk walk;
    walk.start({.before_the_first = far_away, .between = far_away}, [&] { return ++rounds > 9; });
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
    EXPECT_EQ(rounds, 0);
    walk.poke();
    EXPECT_TRUE(comes_to(rounds, 1));
}

TEST(Walk, tells_a_long_round_that_it_ends_and_ends_with_it) {
    std::atomic<bool> was_told = false;
    std::atomic<int> rounds = 0;
    std::optional<Walk> walk(std::in_place);
    auto& one = *walk;
    walk->start({.before_the_first = {}, .between = far_away}, [&] {
        ++rounds;
        while (!one.is_ending()) std::this_thread::sleep_for(std::chrono::milliseconds{1});
        was_told = true;
        return true;
    });
    EXPECT_TRUE(comes_to(rounds, 1));
    walk.reset();
    EXPECT_TRUE(was_told);
    EXPECT_EQ(rounds, 1);
}

}  // namespace
}  // namespace db
