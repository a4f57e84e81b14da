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

TEST(WhatIsMissing, is_not_asked_of_a_year_without_support) {
    EXPECT_EQ(in_words(OnRecord{}), Sentences{"Nobody’s support began in that year."});
}

}  // namespace
}  // namespace insight
