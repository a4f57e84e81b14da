#include "exchange/faults.hpp"

#include <gtest/gtest.h>

namespace exchange {
namespace {

TEST(AlikeFaults, are_counted_with_the_first_rows_and_values) {
    Faults faults;
    for (int row = 2; row <= 40; ++row)
        faults.push_back({Code::sex_unknown, row, "Sex", row % 2 == 0 ? "boy" : "girl"});
    faults.push_back({Code::sex_unknown, 41, "Gender", "boy"});
    faults.push_back({Code::upn_malformed, 42, "Sex", ""});
    faults.push_back({Code::sex_unknown, 43, "Sex", "boy", "other.csv"});
    auto const groups = alike(faults);
    ASSERT_EQ(groups.size(), 4U);
    EXPECT_EQ(groups[0].count, 39);
    EXPECT_EQ(groups[0].rows, (std::vector{2, 3, 4}));
    EXPECT_EQ(groups[0].values, (std::vector<std::string>{"boy", "girl"}));
    EXPECT_EQ(groups[2].values, std::vector<std::string>{});
    long counted = 0;
    for (auto const& group : groups) counted += group.count;
    EXPECT_EQ(counted, static_cast<long>(faults.size())) << "none is lost";
}

}  // namespace
}  // namespace exchange
