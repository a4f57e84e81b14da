#include "http/date_limits.hpp"

#include <gtest/gtest.h>

namespace http {
namespace {

Date const today = *calendar::date(2026, 5, 12);

Date day(std::string_view iso) { return calendar::parse_iso(iso).value(); }

TEST(DateLimits, hold_their_first_and_last_day_and_none_beyond) {
    auto const limits = around(2, 1, today);
    EXPECT_TRUE(limits.hold(day("2024-05-12")));
    EXPECT_TRUE(limits.hold(today));
    EXPECT_TRUE(limits.hold(day("2027-05-12")));
    EXPECT_FALSE(limits.hold(day("2024-05-11")));
    EXPECT_FALSE(limits.hold(day("2027-05-13")));
    EXPECT_FALSE(http::within_the_last(2, today).hold(day("2026-05-13")));
    EXPECT_FALSE(http::within_the_next(2, today).hold(day("2026-05-11")));
}

TEST(DateLimits, are_named_in_words) {
    EXPECT_EQ(around(2, 1, today).in_words(), "Enter a day between 12 May 2024 and 12 May 2027");
    EXPECT_EQ(http::within_the_last(2, today).in_words(), "Enter a day between 12 May 2024 and today");
    EXPECT_EQ(http::within_the_next(1, today).in_words(), "Enter a day between today and 12 May 2027");
    EXPECT_EQ(http::since(day("2026-05-04"), today).in_words(), "Enter a day between 4 May 2026 and today");
    EXPECT_EQ(http::since(today, today).in_words(), "Enter today");
}

TEST(DateLimits, of_a_leap_day_end_on_the_28th) {
    auto const leap_day = day("2024-02-29");
    EXPECT_TRUE(http::within_the_next(1, leap_day).hold(day("2025-02-28")));
    EXPECT_FALSE(http::within_the_next(1, leap_day).hold(day("2025-03-01")));
}

}  // namespace
}  // namespace http
