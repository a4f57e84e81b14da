#include "insight/pages.hpp"

#include <gtest/gtest.h>

namespace insight {
namespace {

GroupChange measured_by_fifteen() {
    return {.measured = 15, .mean = 1.1, .deviation = 1.121224, .days_between = 70};
}

// Twenty girls, of whom five were not measured twice, and twelve boys of whom no change is told.
Release with_support() {
    Outcomes outcomes{.on_roll = 80, .cells = {{.dimension = Dimension::everyone, .supported = 32}}};
    outcomes.cells.push_back(
        {.dimension = Dimension::sex, .part = "F", .supported = 20, .change = measured_by_fifteen()}
    );
    outcomes.cells.push_back({.dimension = Dimension::sex, .part = "M", .supported = 12});
    return {.school_year = 2024, .outcomes = std::move(outcomes)};
}

std::string between(std::string const& text, std::string_view first, std::string_view last) {
    auto const begin = text.find(first);
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find(last, begin) - begin);
}

TEST(InsightPages, tell_beside_each_mean_who_is_not_counted_the_days_between_and_the_effect_size) {
    auto const page = pages::year(design::FormGuard{}, {.release = with_support()}).main.markup();
    auto const side_by_side = page.substr(page.find("Side by side"));
    for (auto const* const heading :
         {"Measured twice",
          "Not counted",
          "Median days between",
          "Mean change, 95 % interval",
          "Effect size"})
        EXPECT_NE(side_by_side.find(heading), std::string::npos) << heading;
    auto const girls = between(side_by_side, ">Girls<", "</tr>");
    std::size_t at = 0;
    for (auto const* const figure : {">20<", ">15<", ">5<", ">70<", ">+1.1 (+0.5 to +1.7)<", ">+0.93<"}) {
        at = girls.find(figure, at);
        EXPECT_NE(at, std::string::npos) << figure << " in " << girls;
    }
}

TEST(InsightPages, give_all_of_it_in_the_file_and_nothing_of_a_change_that_is_not_told) {
    auto const csv = pages::as_csv(with_support());
    EXPECT_NE(
        csv.find(",measured_twice,not_counted,mean_change,standard_deviation,median_days_between,hedges_g\r\n"
        ),
        std::string::npos
    );
    EXPECT_TRUE(between(csv, "2024/25,\"\",sex,\"F\",20,", "\r\n").ends_with(",15,5,1.100,1.121,70,0.927"))
        << csv;
    EXPECT_TRUE(between(csv, "2024/25,\"\",sex,\"M\",12,", "\r\n").ends_with("before_to_impact_review,,,,,,"))
        << csv;
}

TEST(InsightPages, count_out_of_a_scale_all_with_support_who_were_not_rated_twice) {
    auto release = with_support();
    release.outcomes.scales.push_back(
        {.scale = {.instrument = "wellbeing", .scale = "total", .informant = "class_teacher"},
         .change = measured_by_fifteen(),
         .in_words = {.instrument = "Well-being", .scale = "Total"}}
    );
    auto const csv = pages::as_csv(release);
    EXPECT_NE(csv.find(",class_teacher,entry_to_exit,15,17,1.100,"), std::string::npos) << csv;
}

}  // namespace
}  // namespace insight
