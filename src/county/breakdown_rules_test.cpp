#include "county/breakdown_rules.hpp"

#include <gtest/gtest.h>

#include "county/pages.hpp"
#include "county/rules.hpp"

namespace county {
namespace {

using insight::Dimension;

GivenPart girls(int supported) {
    return {
        .part = {Dimension::sex, "F"},
        .school_year = 2025,
        .supported = supported,
        .on_roll = 100,
        .days_waited = 20,
        .planned = 80,
        .delivered = 60,
        .attended = 40,
        .change = insight::GroupChange{.measured = 5, .mean = 1.0, .deviation = 2, .days_between = 70}};
}

// Six schools, each with one year.
GivenByAll six_schools(GivenPart const& part) {
    GivenByAll all;
    for (int school = 1; school <= 6; ++school)
        all.push_back(
            {.school = {.name = "School " + std::to_string(school), .number = school},
             .years = {{.school_year = 2025, .supported = 30}},
             .parts = {part}}
        );
    return all;
}

std::vector<ByDimension> dimensions_of(GivenByAll const& all) { return county_of(all).dimensions; }

TEST(APartOverSchools, adds_up_what_each_school_gave_of_it) {
    auto all = six_schools(girls(10));
    all.front().parts.push_back(girls(20));
    auto const dimensions = dimensions_of(all);
    ASSERT_EQ(dimensions.size(), 1U);
    ASSERT_EQ(dimensions.front().parts.size(), 1U);
    auto const& part = dimensions.front().parts.front();
    EXPECT_EQ(part.name, "F");
    EXPECT_EQ(part.schools, 6);
    EXPECT_EQ(part.supported, 80);
    EXPECT_EQ(part.reach->on_roll, 700);
    EXPECT_EQ(part.days_waited, 20);
    EXPECT_EQ(part.planned, 560);
    EXPECT_EQ(part.delivered, 420);
    EXPECT_EQ(part.attended, 280);
}

TEST(APartOverSchools, changed_by_the_mean_of_schools_with_who_is_not_counted) {
    auto all = six_schools(girls(10));
    for (auto& by : all) by.parts.front().change->mean = by.school.number % 2 == 0 ? 1.0 : 2.0;
    auto const dimensions = dimensions_of(all);
    auto const& change = *dimensions.front().parts.front().change;
    EXPECT_EQ(change.schools, 6);
    EXPECT_EQ(change.measured, 30);
    EXPECT_EQ(change.not_counted, 30);
    EXPECT_EQ(change.days_between, 70);
    EXPECT_NEAR(change.mean.value, 1.5, 1e-9);
    EXPECT_GT(change.mean.standard_error, 0);
    // 1.5 / 2 by the small sample's correction for 24 degrees, 1 - 3 / (4 * 24 - 1) nearly.
    EXPECT_NEAR(change.effect, 0.75 * (1 - 3 / 95.0), 1e-3);
}

TEST(APartOverSchools, is_left_out_where_fewer_than_five_schools_told_it) {
    auto all = six_schools(girls(10));
    for (int school = 0; school < 2; ++school)
        all[static_cast<std::size_t>(school)].parts.front().part.name = "-+F";
    auto const dimensions = dimensions_of(all);
    ASSERT_EQ(dimensions.size(), 1U);
    EXPECT_TRUE(dimensions.front().parts.empty());
    EXPECT_EQ(dimensions.front().parts_left_out, 2);
    EXPECT_EQ(dimensions.front().schools, 6);
    EXPECT_EQ(pages::outcomes(county_of(all)).main.markup().find("Girls"), std::string::npos);
    EXPECT_EQ(pages::as_csv(county_of(all)).find("Girls"), std::string::npos);
}

TEST(APartOverSchools, is_left_out_where_all_its_children_are_of_fewer_than_five_schools) {
    auto all = six_schools(girls(10));
    for (int school = 0; school < 2; ++school) {
        auto& part = all[static_cast<std::size_t>(school)].parts.front();
        part = {.part = part.part, .school_year = 2025, .supported = 0, .on_roll = 100};
    }
    EXPECT_TRUE(dimensions_of(all).front().parts.empty());
    all[0].parts.front() = girls(10);
    EXPECT_EQ(dimensions_of(all).front().parts.front().schools, 6) << "one school told that it has none";
}

TEST(APartOverSchools, has_no_reach_where_all_whom_support_reached_are_of_fewer_than_five_schools) {
    auto all = six_schools(girls(10));
    // Five schools with children do not tell the roll; four of five that tell it have nobody with support.
    for (auto& by : all) by.parts.front().on_roll.reset();
    all.front().parts.front().on_roll = 100;
    for (int school = 7; school <= 10; ++school) {
        all.push_back(all.back());
        all.back().school = {.name = "School " + std::to_string(school), .number = school};
        all.back().parts = {
            {.part = {Dimension::sex, "F"}, .school_year = 2025, .supported = 0, .on_roll = 100}};
    }
    auto const dimensions = dimensions_of(all);
    ASSERT_EQ(dimensions.front().parts.size(), 1U);
    EXPECT_FALSE(dimensions.front().parts.front().reach) << "one school's own count";
    for (std::size_t school = 0; school < 5; ++school) all[school].parts.front().on_roll = 100;
    auto const reach = dimensions_of(all).front().parts.front().reach;
    ASSERT_TRUE(reach);
    EXPECT_EQ(reach->supported, 50);
    EXPECT_EQ(reach->on_roll, 900);
}

TEST(APartOverSchools, is_told_without_what_fewer_than_five_schools_told) {
    auto all = six_schools(girls(10));
    for (int school = 0; school < 2; ++school) {
        auto& part = all[static_cast<std::size_t>(school)].parts.front();
        part.on_roll.reset();
        part.days_waited.reset();
        part.change.reset();
    }
    auto const dimensions = dimensions_of(all);
    auto const& part = dimensions.front().parts.front();
    EXPECT_EQ(part.schools, 6);
    EXPECT_FALSE(part.reach);
    EXPECT_FALSE(part.days_waited);
    EXPECT_FALSE(part.change);
    auto const markup = pages::outcomes(county_of(all)).main.markup();
    EXPECT_NE(markup.find("Change is told of no part of these by five schools."), std::string::npos);
}

TEST(APartOverSchools, is_never_what_is_left_of_another) {
    auto all = six_schools(girls(10));
    auto boys = girls(20);
    boys.part.name = "M";
    all.front().parts.push_back(boys);
    auto const dimensions = dimensions_of(all);
    ASSERT_EQ(dimensions.front().parts.size(), 1U) << "girls of six schools, boys of one";
    EXPECT_EQ(dimensions.front().parts.front().name, "F");
    EXPECT_EQ(dimensions.front().parts.front().supported, 60);
}

TEST(APartOverSchools, is_a_line_by_kind_of_support_and_by_each_dimension) {
    auto all = six_schools(girls(10));
    for (auto& by : all) {
        auto in_a_group = girls(12);
        in_a_group.part = {Dimension::everyone, "group+both"};
        auto years = girls(8);
        years.part = {Dimension::year_group, "03+04"};
        by.parts.push_back(in_a_group);
        by.parts.push_back(years);
    }
    auto const markup = pages::outcomes(county_of(all)).main.markup();
    for (auto const* words :
         {"Kind of support",
          "In a group or both",
          "Girls and boys",
          "Girls",
          "Year groups",
          "10 % of 600",
          "do not add up",
          "on the day on which a school made its figures",
          "What they were when a child had support is not told"})
        EXPECT_NE(markup.find(words), std::string::npos) << words;
    auto const csv = pages::as_csv(county_of(all));
    EXPECT_NE(
        csv.find("\r\nsupport,\"In a group or both\",6,72,72,600,20,480,360,240,6,30,42,70,1.000,"), csv.npos
    ) << csv;
    EXPECT_NE(csv.find("\r\nsex,\"Girls\",6,60,60,600,"), csv.npos) << csv;
}

}  // namespace
}  // namespace county
