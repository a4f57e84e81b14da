#include "insight/missing.hpp"

#include <gtest/gtest.h>

namespace insight {
namespace {

using Sentences = std::vector<std::string>;

TEST(WhatIsMissing, is_said_before_a_years_figures_are_made_for_good) {
    OnRecord const on_record{.supported = 30, .measured = 12, .reviews_open = 4};
    EXPECT_EQ(
        in_words(on_record),
        (Sentences{"12 of 30 children with support were measured twice.", "4 impact reviews are still open."})
    );
    EXPECT_TRUE(is_something_missing(on_record));
}

TEST(WhatIsMissing, is_each_thing_that_could_still_be_entered) {
    OnRecord const whole{.supported = 5, .measured = 5};
    EXPECT_EQ(in_words(whole).back(), "Nothing is missing.");
    EXPECT_FALSE(is_something_missing(whole));
    for (auto const lacking : {&OnRecord::still_there, &OnRecord::reviews_open, &OnRecord::sessions_open}) {
        auto on_record = whole;
        on_record.*lacking = 1;
        EXPECT_TRUE(is_something_missing(on_record));
        ASSERT_EQ(in_words(on_record).size(), 2U);
        EXPECT_TRUE(in_words(on_record).back().starts_with("1 ")) << in_words(on_record).back();
    }
    EXPECT_TRUE(is_something_missing({.supported = 5, .measured = 4}));
}

TEST(WhatIsMissing, is_told_without_a_count_to_who_does_not_work_on_the_cases) {
    OnRecord const on_record{
        .supported = 30, .measured = 26, .still_there = 1, .reviews_open = 2, .sessions_open = 3};
    auto const said = without_counts(on_record);
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said.front().find_first_of("0123456789"), std::string::npos) << said.front();
    EXPECT_TRUE(said.front().starts_with("Something is missing")) << said.front();
    EXPECT_EQ(without_counts({.supported = 5, .measured = 5}), Sentences{"Nothing is missing."});
    EXPECT_EQ(without_counts({}), Sentences{"Nobody’s support began in that year."});
}

TEST(WhatIsMissing, is_not_asked_of_a_year_without_support) {
    EXPECT_EQ(in_words(OnRecord{}), Sentences{"Nobody’s support began in that year."});
}

}  // namespace
}  // namespace insight
