#include "exchange/kept_sheet.hpp"

#include <gtest/gtest.h>

namespace exchange {
namespace {

Sheet joined_sheet() {
    return {
        .heading = {"ID", "Legal\nSurname", ""},
        .rows =
            {{.number = 2, .cells = {"7", "3:Lee 1 ", ""}, .numbers = {2, 0, 5}, .schools = {"S1", ""}},
             {.number = 3, .cells = {}}},
        .heading_row = 4,
        .leading_file = "users.csv",
        .origins = {{"users.csv", "ID"}, {"births.csv", "DOB"}},
        .schools = {{"S1", "Ashgrove Primary", 20'000}},
        .unneeded = {"courses.csv"},
        .faults = {{Code::id_twice, 5, "ID", "7", "users.csv"}}};
}

TEST(KeptSheet, comes_back_as_it_was) {
    auto const kept = sheet_from(as_bytes(joined_sheet()));
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->heading, joined_sheet().heading);
    ASSERT_EQ(kept->rows.size(), 2U);
    EXPECT_EQ(kept->rows[0].cells, joined_sheet().rows[0].cells);
    EXPECT_EQ(kept->rows[0].numbers, (std::vector{2, 0, 5}));
    EXPECT_EQ(kept->rows[0].schools, joined_sheet().rows[0].schools);
    EXPECT_EQ(kept->rows[1].number, 3);
    EXPECT_EQ(kept->heading_row, 4);
    EXPECT_EQ(kept->leading_file, "users.csv");
    EXPECT_EQ(kept->origins.at(1).heading, "DOB");
    EXPECT_EQ(kept->schools.at(0).name, "Ashgrove Primary");
    EXPECT_EQ(kept->schools.at(0).pupils, 20'000U);
    EXPECT_EQ(kept->unneeded, std::vector<std::string>{"courses.csv"});
    EXPECT_EQ(kept->faults, joined_sheet().faults);
}

TEST(KeptSheet, is_no_sheet_where_a_byte_is_missing_or_too_many) {
    auto const whole = as_bytes(joined_sheet());
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(sheet_from(whole.substr(0, length))) << length;
    EXPECT_FALSE(sheet_from(whole + "1 "));
    EXPECT_FALSE(sheet_from("UPN,Surname\nB801200005001,Lee\n"));
}

}  // namespace
}  // namespace exchange
