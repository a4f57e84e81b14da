#include <gtest/gtest.h>

#include "insight/attack_test.hpp"
#include "insight/rules.hpp"

namespace insight::attack {
namespace {

// A child on the roll without support, and children with support who were rated by no scale, by one, or by
// the optional one too.
std::vector<Kind> const kinds{
    {.supported = false},
    {.supported = true},
    {.supported = true, .scales = {"total"}},
    {.supported = true, .scales = {"impact", "total"}}};

// Thirty without support, and so many of each other kind.
std::vector<Child> school_of(int unrated, int rated_by_one, int rated_by_both) {
    std::vector<Child> children(30);
    auto const add = [&](int count, std::set<std::string> const& scales) {
        for (int nth = 0; nth < count; ++nth) {
            Support support{.in_group = true};
            for (auto const& scale : scales)
                support.scores[{.instrument = "sdq", .scale = scale, .informant = "parent"}] = {
                    .by = 1.0 + nth % 3, .days = 70};
            children.push_back({.referred = true, .support = std::move(support)});
        }
    };
    add(unrated, kinds[1].scales);
    add(rated_by_one, kinds[2].scales);
    add(rated_by_both, kinds[3].scales);
    return children;
}

TEST(OutcomesUnderAttack, tell_no_child_by_two_scales_of_one_instrument) {
    std::vector<std::vector<bool>> const filters{
        {false, true, false, false},
        {false, false, true, false},
        {false, false, false, true},
        {false, true, true, false},
        {false, false, true, true},
        {false, true, false, true}};
    int with_scales = 0;
    for (int unrated = 0; unrated <= 9; ++unrated)
        for (int by_one = 0; by_one <= 9; ++by_one)
            for (int by_both = 0; by_both <= 9; ++by_both) {
                auto const outcomes = outcomes_of(school_of(unrated, by_one, by_both));
                if (outcomes.scales.empty()) continue;
                ++with_scales;
                Fillings fillings(known_from(outcomes, kinds), kinds.size(), 60);
                auto const ranges = fillings.ranges(filters);
                ASSERT_TRUE(fillings.were_all_tried());
                for (auto const& range : ranges)
                    ASSERT_TRUE(is_safe(range)) << unrated << ", " << by_one << ", " << by_both << ": "
                                                << range.least << " to " << range.most;
            }
    EXPECT_GT(with_scales, 100);
}

}  // namespace
}  // namespace insight::attack
