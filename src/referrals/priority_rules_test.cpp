#include "referrals/priority_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace referrals {
namespace {

TEST(Priority, shows_how_its_points_add_up) {
    auto const suggestion = suggestion_for(
        {.need = 2,
         .impact_on_learning = 3,
         .earlier_support = false,
         .days_since_concern = 60,
         .days_waiting = 30}
    );
    // Need 2 × 3, impact 3 × 2, none before 2, two full four weeks since the concern, one on the list.
    EXPECT_EQ(suggestion.parts[0].points, 6);
    EXPECT_EQ(suggestion.parts[1].points, 6);
    EXPECT_EQ(suggestion.parts[2].points, 2);
    EXPECT_EQ(suggestion.parts[3].points, 2);
    EXPECT_EQ(suggestion.parts[4].points, 1);
    EXPECT_EQ(suggestion.total(), 17);
    EXPECT_EQ(suggestion.most(), 26);
    EXPECT_EQ(in_words(PartOfPriority::need, suggestion.weighing), "2 of 3, three points each");
}

// Every need, impact and earlier support, and times at both sides of each four weeks, against the sum in
// words.
TEST(Priority, never_leaves_its_bounds_and_always_is_the_sum_of_its_parts) {
    for (int need = 0; need <= 3; ++need)
        for (int impact = 0; impact <= 3; ++impact)
            for (bool const earlier : {false, true})
                for (int const since : {0, 27, 28, 83, 84, 400})
                    for (int const waiting : {0, 27, 28, 167, 168, 400}) {
                        auto const suggestion = suggestion_for({need, impact, earlier, since, waiting});
                        int const expected = 3 * need + 2 * impact + (earlier ? 0 : 2) +
                                             std::min(since / 28, 3) + std::min(waiting / 28, 6);
                        EXPECT_EQ(suggestion.total(), expected);
                        for (auto const& part : suggestion.parts) {
                            EXPECT_GE(part.points, 0);
                            EXPECT_LE(part.points, part.most);
                        }
                    }
}

TEST(Priority, suggests_the_place_by_points_and_then_by_how_long_ago_the_concern_was) {
    std::vector<Ranked> const children{{10, 30}, {17, 5}, {10, 90}, {10, 30}};
    EXPECT_EQ(suggested_places(children), (std::vector{3, 1, 2, 3}));
}

}  // namespace
}  // namespace referrals
