#include "base/calendar.hpp"

#include <gtest/gtest.h>

namespace {

Date day(std::string_view iso) { return calendar::parse_iso(iso).value(); }

// Written another way than the code under test: by the rule of Pope Gregory, counting up from a known
// Saturday.
struct PlainCalendar {
    int year = 1800;
    unsigned month = 1;
    unsigned day = 1;
    unsigned weekday = 3;

    unsigned days_in_month() const {
        bool const leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        if (month == 2) return leap ? 29 : 28;
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }
    void next() {
        weekday = (weekday + 1) % 7;
        if (++day <= days_in_month()) return;
        day = 1;
        if (++month <= 12) return;
        month = 1;
        ++year;
    }
};

constexpr Instant utc(Date date, int hour, int minute) {
    return {std::chrono::milliseconds(date.day.time_since_epoch()).count() + hour * hours + minute * minutes};
}

TEST(CalendarInstantAt, reads_the_time_that_clocks_in_england_show) {
    auto const summer = *calendar::parse_iso("2026-05-12");
    EXPECT_EQ(calendar::local_time(*calendar::instant_at(summer, "9:05")), "09:05");
    EXPECT_EQ(calendar::local_date(*calendar::instant_at(summer, "23.59")), summer);
    auto const clocks_go_back = *calendar::parse_iso("2026-10-25");
    EXPECT_EQ(calendar::local_time(*calendar::instant_at(clocks_go_back, "14:00")), "14:00");
}

TEST(CalendarInstantAt, is_empty_where_the_text_is_no_time_of_day) {
    for (auto const* text : {"", ":", "9", "24:00", "9:60", "9:5", "123:00", "-1:00", "9:05 or so", "a:bc"})
        EXPECT_FALSE(calendar::instant_at(*calendar::parse_iso("2026-05-12"), text)) << text;
}

}  // namespace

TEST(Calendar, four_centuries_of_days_follow_each_other) {
    PlainCalendar plain;
    auto date = calendar::date(1800, 1, 1).value();
    for (; plain.year < 2200; plain.next(), date = date + 1) {
        ASSERT_EQ(calendar::date(plain.year, plain.month, plain.day), date);
        ASSERT_EQ(calendar::weekday_of(date).c_encoding(), plain.weekday) << calendar::iso(date);
        ASSERT_EQ(calendar::parse_iso(calendar::iso(date)), date);
        ASSERT_FALSE(calendar::date(plain.year, plain.month, plain.days_in_month() + 1));
        ASSERT_EQ(calendar::school_year(date), plain.month >= 9 ? plain.year : plain.year - 1);
        auto const monday = calendar::monday_of(date);
        ASSERT_EQ(calendar::weekday_of(monday), std::chrono::Monday);
        ASSERT_GE(date - monday, 0);
        ASSERT_LT(date - monday, calendar::days_in_week);
    }
}

TEST(Calendar, a_day_that_is_not_there_is_empty) {
    EXPECT_FALSE(calendar::date(2026, 2, 31));
    EXPECT_FALSE(calendar::date(2026, 2, 29));
    EXPECT_TRUE(calendar::date(2028, 2, 29));
    EXPECT_FALSE(calendar::date(2026, 13, 1));
    EXPECT_FALSE(calendar::date(2026, 0, 1));
    EXPECT_FALSE(calendar::date(2026, 1, 0));
    EXPECT_FALSE(calendar::date(999, 1, 1));
    EXPECT_FALSE(calendar::date(10000, 1, 1));
    EXPECT_FALSE(calendar::date(2026, 257, 1));
    EXPECT_FALSE(calendar::date(2026, 1, 257));
    EXPECT_FALSE(calendar::date(2026, 4'294'967'295U, 4'294'967'295U));
}

TEST(Calendar, only_iso_dates_are_read_as_such) {
    EXPECT_EQ(calendar::parse_iso("2026-05-12"), calendar::date(2026, 5, 12));
    for (auto const text :
         {"",
          "2026-5-12",
          "2026-05-1x",
          "26-05-12",
          "2026/05/12",
          "2026-05-12 ",
          " 2026-05-12",
          "-026-05-12",
          "+026-05-12",
          "2026--5-12",
          "2026-02-30"})
        EXPECT_FALSE(calendar::parse_iso(text)) << text;
}

TEST(Calendar, dates_are_worded_as_people_read_them) {
    EXPECT_EQ(calendar::in_words(day("2026-05-12")), "Tuesday 12 May 2026");
    EXPECT_EQ(calendar::day_month_year(day("2026-05-12")), "12 May 2026");
    EXPECT_EQ(calendar::weekday_day_month(day("2026-09-01")), "Tuesday 1 September");
    EXPECT_EQ(calendar::month_name(1), "January");
    EXPECT_EQ(calendar::month_name(12), "December");
    EXPECT_EQ(calendar::month_name(0), "");
    EXPECT_EQ(calendar::month_name(13), "");
}

TEST(Calendar, ages_are_whole_years) {
    EXPECT_EQ(calendar::years_between(day("2016-05-12"), day("2026-05-11")), 9);
    EXPECT_EQ(calendar::years_between(day("2016-05-12"), day("2026-05-12")), 10);
    EXPECT_EQ(calendar::years_between(day("2016-02-29"), day("2026-02-28")), 9);
    EXPECT_EQ(calendar::years_between(day("2016-02-29"), day("2026-03-01")), 10);
}

TEST(Clocks, on_29_march_2026_one_o_clock_becomes_two) {
    auto const sunday = day("2026-03-29");
    EXPECT_EQ(calendar::local_time(utc(sunday, 0, 59)), "00:59");
    EXPECT_EQ(calendar::local_time(utc(sunday, 1, 0)), "02:00");
    EXPECT_EQ(calendar::start_of(sunday), utc(sunday, 0, 0));
    EXPECT_EQ(calendar::start_of(sunday + 1), utc(sunday, 23, 0));
    EXPECT_EQ(calendar::start_of(sunday + 1) - calendar::start_of(sunday), 23 * hours);
}

TEST(Clocks, on_25_october_2026_two_o_clock_becomes_one) {
    auto const sunday = day("2026-10-25");
    EXPECT_EQ(calendar::local_time(utc(sunday, 0, 59)), "01:59");
    EXPECT_EQ(calendar::local_time(utc(sunday, 1, 0)), "01:00");
    EXPECT_EQ(calendar::start_of(sunday), utc(sunday, 0, 0) - 1 * hours);
    EXPECT_EQ(calendar::start_of(sunday + 1), utc(sunday + 1, 0, 0));
    EXPECT_EQ(calendar::start_of(sunday + 1) - calendar::start_of(sunday), 25 * hours);
}

TEST(Clocks, in_summer_the_day_begins_an_hour_before_the_day_of_utc) {
    EXPECT_EQ(calendar::local_date(utc(day("2026-07-01"), 22, 59)), day("2026-07-01"));
    EXPECT_EQ(calendar::local_date(utc(day("2026-07-01"), 23, 0)), day("2026-07-02"));
    EXPECT_EQ(calendar::local_date(utc(day("2026-01-01"), 23, 59)), day("2026-01-01"));
    EXPECT_EQ(calendar::in_words(utc(day("2026-05-12"), 13, 5)), "Tuesday 12 May 2026 at 14:05");
}

TEST(Clocks, the_first_instant_of_every_day_lies_on_it_and_the_one_before_does_not) {
    for (auto date = day("2000-01-01"); date < day("2040-01-01"); date = date + 1) {
        auto const start = calendar::start_of(date);
        ASSERT_EQ(calendar::local_date(start), date) << calendar::iso(date);
        ASSERT_EQ(calendar::local_date(start - 1), date - 1) << calendar::iso(date);
    }
}

TEST(Clocks, instants_before_1970_have_a_day_too) {
    EXPECT_EQ(
        calendar::local_date({-1}), day("1970-01-01")
    );  // England kept summer time all year from 1968 to 1971
    EXPECT_EQ(calendar::local_time({-1}), "00:59");
}

TEST(Clocks, the_reading_is_of_this_century) {
    EXPECT_GT(clock_reading(), utc(day("2025-01-01"), 0, 0));
    EXPECT_LT(clock_reading(), utc(day("2100-01-01"), 0, 0));
}
