#include "exchange/left_out_rules.hpp"

#include <gtest/gtest.h>

namespace exchange {
namespace {

using Cells = std::vector<std::string>;

Sheet sheet() {
    return {
        .heading = {"Surname", "Religion", "Ethnicity", "Forename", "Race Code"},
        .rows = {
            {.number = 2, .cells = {"Lee", "Jedi", "WBRI", "Bo", "7"}},
            {.number = 3, .cells = {"Oh", "None"}}}};
}

TEST(WhatIsLeftOut, is_religion_and_race_and_whatever_else_tells_of_ethnicity) {
    for (auto const* heading :
         {"Religion", "Religious Affiliation", "Race", "raceCodes", "Ethnicity Source", "ethnicityCodes"})
        EXPECT_TRUE(is_left_out(heading)) << heading;
    for (auto const* heading :
         {"Ethnicity", "Ethnic Group", "Surname", "Contact 1 Terrace", "Grace", "Pupil Premium"})
        EXPECT_FALSE(is_left_out(heading)) << heading;
}

TEST(WhatIsLeftOut, goes_with_its_cells_before_anything_is_shown_or_kept) {
    auto const left = without_what_is_left_out(sheet(), false);
    EXPECT_EQ(left.heading, (Cells{"Surname", "Forename"}));
    EXPECT_EQ(left.rows[0].cells, (Cells{"Lee", "Bo"}));
    EXPECT_EQ(left.rows[1].cells, Cells{"Oh"});
    EXPECT_EQ(
        left.unneeded, (Cells{"the column “Religion”", "the column “Ethnicity”", "the column “Race Code”"})
    );
}

TEST(WhatIsLeftOut, is_not_ethnicity_where_the_school_keeps_it) {
    auto const left = without_what_is_left_out(sheet(), true);
    EXPECT_EQ(left.heading, (Cells{"Surname", "Ethnicity", "Forename"}));
    EXPECT_EQ(left.rows[0].cells, (Cells{"Lee", "WBRI", "Bo"}));
}

TEST(WhatIsLeftOut, takes_the_origin_of_its_column_with_it) {
    auto joined = sheet();
    for (auto const& heading : joined.heading) joined.origins.push_back({"users.csv", heading});
    for (auto& row : joined.rows) row.numbers = {2, 2, 2, 2, 2};
    auto const left = without_what_is_left_out(std::move(joined), false);
    ASSERT_EQ(left.origins.size(), 2U);
    EXPECT_EQ(left.origins[1].heading, "Forename");
    EXPECT_EQ(left.rows[0].numbers.size(), 2U);
}

}  // namespace
}  // namespace exchange
