#include "county/rules.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "county/pages.hpp"

namespace county {
namespace {

Changed changed(int school, int year, int measured, double mean, double deviation = 2) {
    return {
        .school = {.name = "School " + std::to_string(school), .number = school},
        .school_year = year,
        .measure = {},
        .change = {.measured = measured, .mean = mean, .deviation = deviation, .days_between = 80},
        .supported = measured + 6};
}

Given given(int school, int year, int supported, int waited) {
    return {
        .school = {.name = "School " + std::to_string(school), .number = school},
        .school_year = year,
        .supported = supported,
        .on_roll = 200,
        .days_waited = waited,
        .planned = 100,
        .attended = 90};
}

GivenByAll five_schools() {
    GivenByAll all;
    for (int school = 1; school <= 5; ++school) {
        all.years.push_back(given(school, 2025, 10 * school, 10 + school));
        all.changes.push_back(changed(school, 2025, 10 * school, school % 2 == 0 ? 1.0 : 2.0));
    }
    return all;
}

TEST(OutcomesOverSchools, add_up_what_schools_gave_of_each_year) {
    auto all = five_schools();
    all.years.push_back(given(1, 2024, 8, 40));
    auto const county = county_of(all);
    ASSERT_EQ(county.years.size(), 2U);
    EXPECT_EQ(county.years[0].school_year, 2025);
    EXPECT_EQ(county.years[0].schools, 5);
    EXPECT_EQ(county.years[0].supported, 150);
    EXPECT_EQ(county.years[0].measured, 150);
    EXPECT_EQ(county.years[0].days_waited, 13);
    EXPECT_EQ(county.years[0].attended, 450);
    EXPECT_EQ(county.years[1].supported, 8);
    EXPECT_FALSE(county.years[1].change);
}

TEST(OutcomesOverSchools, draw_a_small_school_nearer_to_the_mean_of_all_than_a_large_one) {
    auto all = five_schools();
    all.changes.push_back(changed(6, 2025, 5, 6.0));
    all.changes.push_back(changed(7, 2025, 200, 6.0));
    auto const& by = county_of(all).measures.front();
    ASSERT_EQ(by.of_schools.size(), 7U);
    auto const& small = by.of_schools[5];
    auto const& large = by.of_schools[6];
    EXPECT_LT(small.likely.value, large.likely.value);
    EXPECT_LT(large.likely.value, 6.0);
    EXPECT_GT(small.likely.value, by.over_all.value);
}

TEST(OutcomesOverSchools, call_the_same_mean_chance_in_a_small_school_and_not_in_a_large_one) {
    Around const around{.mean = 1.5, .deviation = 2};
    auto const small = by_chance(around, 5, Standing::beyond_95);
    auto const large = by_chance(around, 100, Standing::beyond_95);
    EXPECT_NEAR(large.upper - around.mean, 1.959964 * 2 / 10, 1e-9);
    EXPECT_GT(small.upper, large.upper);
    EXPECT_GT(by_chance(around, 100, Standing::beyond_99_8).upper, large.upper);
}

TEST(OutcomesOverSchools, put_the_years_of_a_school_together_by_its_children) {
    auto all = five_schools();
    all.changes.push_back(changed(1, 2024, 30, 1.0));
    auto const& first = county_of(all).measures.front().of_schools.front();
    EXPECT_EQ(first.years, 2);
    EXPECT_EQ(first.measured, 40);
    EXPECT_NEAR(first.mean, (10 * 2.0 + 30 * 1.0) / 40, 1e-9);
    EXPECT_NEAR(first.standard_error, 2 / std::sqrt(40.0), 1e-9);
}

TEST(OutcomesOverSchools, tell_fewer_than_five_schools_together_alone) {
    auto all = five_schools();
    all.changes.pop_back();
    auto const& by = county_of(all).measures.front();
    EXPECT_EQ(by.schools, 4);
    EXPECT_TRUE(by.of_schools.empty());
    auto const markup = pages::outcomes(county_of(all)).main.markup();
    EXPECT_NE(markup.find("from five on"), std::string::npos);
    EXPECT_EQ(markup.find("Beyond chance"), std::string::npos);
    EXPECT_EQ(markup.find(" to +"), std::string::npos) << "an interval of so few schools";
}

TEST(OutcomesOverSchools, are_a_page_by_name_without_a_rank_and_with_a_table_beside_the_plot) {
    auto const markup = pages::outcomes(county_of(five_schools())).main.markup();
    EXPECT_NE(markup.find("<svg"), std::string::npos);
    EXPECT_LT(markup.find("School 1"), markup.find("School 2"));
    EXPECT_NE(markup.find("change, not effect"), std::string::npos);
    EXPECT_EQ(markup.find("rank"), std::string::npos);
    auto const csv = pages::as_csv(county_of(five_schools()));
    EXPECT_NE(csv.find("\"School 5\",1,50,6,80,2.000,"), std::string::npos);
}

TEST(OutcomesOverSchools, give_a_small_school_the_interval_of_students_t) {
    // 2 - 2.262157 * 2 / sqrt(10) with nine degrees; by the normal distribution it would be 0.76.
    auto const markup = pages::outcomes(county_of(five_schools())).main.markup();
    EXPECT_NE(markup.find("+2.0 (+0.6 to +3.4)"), std::string::npos);
}

TEST(OutcomesOverSchools, mean_the_middle_two_waits_of_an_even_number_of_schools) {
    auto all = five_schools();
    all.years.pop_back();
    for (auto& one : all.years) one.days_waited = one.school.number < 3 ? 10 : 20;
    EXPECT_EQ(county_of(all).years.front().days_waited, 15);
}

TEST(OutcomesOverSchools, name_an_instrument_in_words_and_say_which_way_is_better) {
    GivenByAll all = five_schools();
    for (auto& one : all.changes) {
        one.measure.scale = insight::Scale{"sdq-parent", 2, "total", "parent"};
        one.in_words = {"Strengths", "Total difficulties", assessments::Direction::low_is_good};
    }
    EXPECT_EQ(
        pages::in_words(county_of(all).measures.front()),
        "Strengths: Total difficulties, rated by a parent or carer, from entry to exit. Less is better"
    );
}

TEST(OutcomesOverSchools, keep_two_schools_of_one_name_apart) {
    auto all = five_schools();
    for (auto& one : all.changes) one.school.name = "St Mary's";
    EXPECT_EQ(county_of(all).measures.front().schools, 5);
}

}  // namespace
}  // namespace county
