#include "demonstration/upn_rules.hpp"

#include <gtest/gtest.h>

#include <set>

#include "pupils/upn_rules.hpp"

namespace demonstration {
namespace {

TEST(MadeUpUpn, is_that_of_nobody_else_in_the_largest_school_nor_in_the_schools_beside_it) {
    std::set<std::string> given;
    for (int const school : {1, 2, most_schools})
        for (std::size_t pupil = 0; pupil < most_pupils; ++pupil)
            EXPECT_TRUE(given.insert(made_up_upn(school, pupil, 2025)).second) << school << ' ' << pupil;
}

TEST(MadeUpUpn, is_well_formed_with_the_right_letter) {
    for (int const school : {1, 410, most_schools})
        for (std::size_t pupil = 0; pupil < most_pupils; pupil += 7)
            EXPECT_FALSE(pupils::fault_of_upn(made_up_upn(school, pupil, 2025))) << school << ' ' << pupil;
}

// So that a seed goes on making the data that it made.
TEST(MadeUpUpn, of_the_first_thousand_pupils_stays_what_it_was) {
    EXPECT_EQ(made_up_upn(1, 0, 2025).substr(1), "999100125000");
    EXPECT_EQ(made_up_upn(410, 999, 2022).substr(1), "999141022999");
}

}  // namespace
}  // namespace demonstration
