#include "exchange/date_rules.hpp"

#include <gtest/gtest.h>

namespace exchange {
namespace {

Date day(std::string_view iso) { return calendar::parse_iso(iso).value(); }
auto const today = day("2026-05-12");

std::string read(std::string_view text, DateOrder order = DateOrder::day_first) {
    auto const date = exchange::read_date(text, order, today);
    return date ? calendar::iso(date->date) : "none";
}

TEST(ImportedDate, is_read_as_schools_write_it) {
    for (auto const* text :
         {"4/3/2017",
          "04/03/2017",
          "04-03-2017",
          "4.3.2017",
          "4 March 2017",
          "04-Mar-2017",
          "4 mar 17",
          "4/3/17",
          "2017-03-04",
          "2017/3/4",
          "2017-03-04T00:00:00",
          "04/03/2017 00:00:00",
          "04/03/2017 00:00"})
        EXPECT_EQ(read(text), "2017-03-04") << text;
}

TEST(ImportedDate, is_refused_where_there_is_no_such_day) {
    for (auto const* text :
         {"", "31/02/2017", "13/13/2017", "2017-02-30", "4/3", "4/3/201", "soon", "42798", "1/2/3/4"})
        EXPECT_EQ(read(text), "none") << text;
}

TEST(ImportedDate, may_have_the_month_first) {
    EXPECT_EQ(read("4/3/2017", DateOrder::month_first), "2017-04-03");
    EXPECT_EQ(read("2017-03-04", DateOrder::month_first), "2017-03-04");
    EXPECT_EQ(read("4 March 2017", DateOrder::month_first), "2017-03-04");
    EXPECT_EQ(read("March 4, 2017"), "2017-03-04");
}

TEST(ImportedDate, with_a_short_year_is_never_to_come) {
    EXPECT_EQ(read("4/3/17"), "2017-03-04");
    EXPECT_EQ(read("4/3/99"), "1999-03-04");
    EXPECT_TRUE(exchange::read_date("4/3/17", DateOrder::day_first, today)->short_year);
}

std::optional<DateOrder> order(std::vector<std::string> const& values) { return exchange::order_of(values); }

TEST(DateOrder, is_what_the_whole_column_proves) {
    EXPECT_EQ(order({"4/3/2017", "27/3/2017"}), DateOrder::day_first);
    EXPECT_EQ(order({"4/3/2017", "3/27/2017"}), DateOrder::month_first);
    EXPECT_EQ(order({"27/3/2017", "3/27/2017"}), DateOrder::day_first);
    EXPECT_EQ(order({"4/3/2017", "5/6/2017"}), std::nullopt);
    EXPECT_EQ(order({"4/4/2017"}), DateOrder::day_first);
    EXPECT_EQ(order({"2017-03-04", "4 March 2017"}), DateOrder::day_first);
    EXPECT_EQ(order({}), DateOrder::day_first);
}

}  // namespace
}  // namespace exchange
