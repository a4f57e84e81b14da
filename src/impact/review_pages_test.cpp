#include <gtest/gtest.h>

#include "impact/pages.hpp"

namespace impact::pages {
namespace {

TEST(ImpactReviewPage, states_its_window) {
    auto const monday = *calendar::date(2026, 5, 11);
    Due due{.opens_on = monday, .closes_on = monday + 14};
    EXPECT_EQ(window_in_words(due), "To be written from Monday 11 May 2026 to Monday 25 May 2026.");
    due.in_school_weeks = true;
    EXPECT_NE(window_in_words(due).find("25 May 2026, counted in school weeks"), std::string::npos);
}

}  // namespace
}  // namespace impact::pages
