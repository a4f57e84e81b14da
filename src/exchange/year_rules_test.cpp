#include "exchange/year_rules.hpp"

#include <gtest/gtest.h>

namespace {

using exchange::lies_far_from_age;
using exchange::lies_outside;

Date day(std::string_view iso) { return calendar::parse_iso(iso).value(); }

TEST(YearGroup, goes_by_the_age_on_31_august_and_may_lie_a_year_beside_it) {
    for (auto const* year : {"5", "6", "7"}) {
        EXPECT_FALSE(lies_far_from_age(year, day("2015-09-01"), 2026)) << year;
        EXPECT_FALSE(lies_far_from_age(year, day("2016-08-31"), 2026)) << year;
    }
    EXPECT_TRUE(lies_far_from_age("4", day("2016-08-31"), 2026));
    EXPECT_FALSE(lies_far_from_age("4", day("2016-09-01"), 2026));
    EXPECT_TRUE(lies_far_from_age("4", day("2015-10-11"), 2026)) << "a slip for Year 6";
    EXPECT_TRUE(lies_far_from_age("8", day("2015-10-11"), 2026));
}

TEST(YearGroup, knows_reception_and_nursery_by_age) {
    EXPECT_FALSE(lies_far_from_age("R", day("2022-05-01"), 2026));
    EXPECT_FALSE(lies_far_from_age("N", day("2023-05-01"), 2026));
    EXPECT_FALSE(lies_far_from_age("N", day("2024-05-01"), 2026)) << "the younger of two years";
    EXPECT_TRUE(lies_far_from_age("N", day("2021-05-01"), 2026));
    EXPECT_TRUE(lies_far_from_age("R", day("2015-05-01"), 2026));
    EXPECT_FALSE(lies_far_from_age("", day("2015-05-01"), 2026));
}

TEST(YearGroup, lies_outside_a_school_below_its_lowest_and_above_its_highest_class) {
    std::vector<std::string> const junior{"5", "3", "6"};
    for (auto const* year : {"3", "4", "5", "6", ""}) EXPECT_FALSE(lies_outside(junior, year)) << year;
    for (auto const* year : {"N", "R", "2", "7", "11"}) EXPECT_TRUE(lies_outside(junior, year)) << year;
    EXPECT_FALSE(lies_outside({"R", "1", "2"}, "R"));
    EXPECT_FALSE(lies_outside({}, "9"));
    EXPECT_FALSE(lies_outside({"3", ""}, "9")) << "a class of no year may be of any";
}

}  // namespace
