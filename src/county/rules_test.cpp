#include "county/rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "county/pages.hpp"

namespace county {
namespace {

Changed changed(int year, int measured, double mean, double deviation = 2) {
    return {
        .school_year = year,
        .measure = {},
        .change = {.measured = measured, .mean = mean, .deviation = deviation, .days_between = 80},
        .supported = measured + 6};
}

Given given(int year, int supported, int waited) {
    return {
        .school_year = year,
        .supported = supported,
        .on_roll = 200,
        .days_waited = waited,
        .planned = 100,
        .attended = 90};
}

GivenBySchool by_school(int school) {
    return {.school = {.name = "School " + std::to_string(school), .number = school}};
}

GivenByAll five_schools() {
    GivenByAll all;
    for (int school = 1; school <= 5; ++school) {
        auto by = by_school(school);
        by.years.push_back(given(2025, 10 * school, 10 + school));
        by.changes.push_back(changed(2025, 10 * school, school % 2 == 0 ? 1.0 : 2.0));
        all.push_back(std::move(by));
    }
    return all;
}

void add(GivenByAll& all, int school, Changed const& change) {
    all.push_back(by_school(school));
    all.back().changes.push_back(change);
}

void rates_by(GivenBySchool& by, std::string const& edition, int version, int year = 2025) {
    auto change = changed(year, 20, -1.0);
    change.measure.scale = Scale{
        .instrument = "sdq-parent",
        .scale = "total",
        .informant = "parent",
        .edition = edition,
        .version = version};
    change.in_words = {
        .instrument = "Strengths",
        .scale = "Total difficulties",
        .direction = assessments::Direction::low_is_good,
        .edition = edition,
        .least = 0,
        .most = 40};
    by.changes = {change};
}

TEST(OutcomesOverSchools, add_up_what_schools_gave_of_each_year) {
    auto all = five_schools();
    all.front().years.push_back(given(2024, 8, 40));
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
    add(all, 6, changed(2025, 5, 6.0));
    add(all, 7, changed(2025, 200, 6.0));
    auto const by = county_of(all).measures.front();
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
    all.front().changes.push_back(changed(2024, 30, 1.0));
    auto const first = county_of(all).measures.front().of_schools.front();
    EXPECT_EQ(first.years, 2);
    EXPECT_EQ(first.measured, 40);
    EXPECT_NEAR(first.mean, (10 * 2.0 + 30 * 1.0) / 40, 1e-9);
    EXPECT_NEAR(first.standard_error, 2 / std::sqrt(40.0), 1e-9);
}

TEST(OutcomesOverSchools, tell_fewer_than_five_schools_together_alone) {
    auto all = five_schools();
    all.pop_back();
    auto const by = county_of(all).measures.front();
    EXPECT_EQ(by.schools, 4);
    EXPECT_TRUE(by.of_schools.empty());
    auto const markup = pages::outcomes(county_of(all)).main.markup();
    EXPECT_NE(markup.find("from five on"), std::string::npos);
    EXPECT_EQ(markup.find("Beyond chance"), std::string::npos);
    EXPECT_EQ(markup.find(" to +"), std::string::npos) << "an interval of so few schools";
}

std::string year_in_the_file(GivenByAll const& all) {
    auto const csv = pages::as_csv(county_of(all));
    auto const begin = csv.find("2025/26,");
    return csv.substr(begin, csv.find("\r\n", begin) - begin);
}

// By the mean of five schools, the deviation of 2 within them, and 145 degrees.
TEST(OutcomesOverSchools, tell_beside_each_mean_who_is_not_counted_the_days_between_and_the_effect_size) {
    auto all = five_schools();
    all.front().changes.front().change.days_between = 60;
    auto const county = county_of(all);
    auto const& year = county.years.front();
    auto const& by = county.measures.front();
    EXPECT_EQ(year.not_counted, 30);
    EXPECT_EQ(by.not_counted, 30);
    EXPECT_EQ(year.days_between, 80);
    EXPECT_EQ(by.days_between, 80);
    ASSERT_TRUE(year.effect && by.effect);
    EXPECT_NEAR(*by.effect, by.over_all.value / 2 * (1 - 3 / (4.0 * 145 - 1)), 1e-4);
    EXPECT_DOUBLE_EQ(*year.effect, *by.effect);
    auto const markup = pages::outcomes(county).main.markup();
    for (auto const* const caption :
         {"Change of the children&#39;s own targets, by school year",
          "All schools together, by what was measured"}) {
        auto const table = markup.substr(markup.find(caption));
        auto const head = table.substr(0, table.find("</thead>"));
        for (auto const* const heading : {"Not counted", "Median days between", "Effect size"})
            EXPECT_NE(head.find(heading), std::string::npos) << heading << caption;
        auto const row = table.substr(head.size(), table.find("</tr>", head.size()) - head.size());
        for (auto const* const figure : {">150<", ">30<", ">80<"})
            EXPECT_NE(row.find(figure), std::string::npos) << figure << row;
    }
}

TEST(OutcomesOverSchools, tell_no_effect_size_of_fewer_than_five_schools) {
    auto all = five_schools();
    all.pop_back();
    EXPECT_TRUE(county_of(all).measures.front().over_all.value > 0);
    EXPECT_FALSE(county_of(all).measures.front().effect);
    EXPECT_FALSE(county_of(all).years.front().effect);
}

TEST(OutcomesOverSchools, give_no_error_of_fewer_than_five_schools_in_the_file_either) {
    auto all = five_schools();
    EXPECT_TRUE(year_in_the_file(all).starts_with("2025/26,5,150,13,500,450,150,1."));
    EXPECT_FALSE(year_in_the_file(all).ends_with(","));
    all.back().changes.clear();
    EXPECT_TRUE(year_in_the_file(all).starts_with("2025/26,5,150,13,500,450,100,1."));
    EXPECT_TRUE(year_in_the_file(all).ends_with(",")) << year_in_the_file(all);
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
    all.pop_back();
    for (auto& by : all) by.years.front().days_waited = by.school.number < 3 ? 10 : 20;
    EXPECT_EQ(county_of(all).years.front().days_waited, 15);
}

TEST(OutcomesOverSchools, name_an_instrument_in_words_and_say_which_way_is_better) {
    auto all = five_schools();
    for (auto& by : all) rates_by(by, "a1", 0);
    EXPECT_EQ(
        pages::in_words(county_of(all).measures.front()),
        "Strengths: Total difficulties, 0 to 40, rated by a parent or carer, from entry to exit. Less is "
        "better"
    );
}

TEST(OutcomesOverSchools, put_one_edition_together_however_each_school_counts_versions) {
    auto all = five_schools();
    for (auto& by : all) rates_by(by, "a1", 0);
    auto const measures = county_of(all).measures;
    ASSERT_EQ(measures.size(), 1U);
    EXPECT_EQ(measures.front().schools, 5);
    EXPECT_EQ(measures.front().editions, 1);
}

TEST(OutcomesOverSchools, keep_two_editions_apart_and_name_both) {
    auto all = five_schools();
    for (auto& by : all)
        rates_by(by, by.school.number < 3 ? "a1" : "b2", 0, by.school.number < 3 ? 2025 : 2023);
    auto const county = county_of(all);
    ASSERT_EQ(county.measures.size(), 2U);
    EXPECT_EQ(county.measures[0].schools, 2);
    EXPECT_EQ(county.measures[0].edition, 2);
    EXPECT_EQ(county.measures[1].edition, 1) << "given first";
    auto const markup = pages::outcomes(county).main.markup();
    EXPECT_NE(markup.find("Total difficulties (edition 1 of 2)"), std::string::npos);
    EXPECT_NE(markup.find("Total difficulties (edition 2 of 2)"), std::string::npos);
    EXPECT_NE(markup.find("They are not put together"), std::string::npos);
}

TEST(OutcomesOverSchools, tell_schools_apart_by_the_measure_that_is_asked_for) {
    auto all = five_schools();
    for (auto& by : all) {
        auto const own_targets = by.changes.front();
        rates_by(by, "a1", 0);
        by.changes.push_back(own_targets);
    }
    auto const county = county_of(all);
    ASSERT_EQ(county.measures.size(), 2U);
    constexpr auto of_targets = "<h2>The children&#39;s own targets";
    auto const first = pages::outcomes(county, {.path = "/county"}).main.markup();
    EXPECT_NE(first.find(of_targets), std::string::npos) << first;
    EXPECT_NE(first.find("href=\"/county?measure=2#schools\""), std::string::npos);
    auto const by_sex =
        pages::outcomes(county, {.by = insight::Dimension::sex, .path = "/county"}).main.markup();
    EXPECT_NE(by_sex.find("href=\"/county?measure=2&amp;by=sex#schools\""), std::string::npos);
    EXPECT_NE(by_sex.find("href=\"/county?measure=1&amp;by=year_group\""), std::string::npos);
    EXPECT_NE(by_sex.find("href=\"/county?measure=1\""), std::string::npos) << "by the kind of support";
    auto const second = pages::outcomes(county, {.measure = 1}).main.markup();
    EXPECT_EQ(second.find(of_targets), std::string::npos);
    EXPECT_NE(second.find("<h2>Strengths: Total difficulties"), std::string::npos);
    EXPECT_EQ(second.find("?measure="), std::string::npos) << "a file leads nowhere";
    EXPECT_NE(pages::outcomes(county, {.measure = 9}).main.markup().find(of_targets), std::string::npos);
}

TEST(OutcomesOverSchools, keep_versions_apart_where_no_edition_is_known) {
    auto all = five_schools();
    for (auto& by : all) rates_by(by, "", by.school.number < 3 ? 1 : 2);
    auto const measures = county_of(all).measures;
    ASSERT_EQ(measures.size(), 2U);
    EXPECT_EQ(measures[0].schools, 2);
    EXPECT_EQ(measures[1].schools, 3);
}

TEST(OutcomesOverSchools, count_the_children_of_a_year_once_where_a_school_used_two_versions_of_one_edition) {
    auto all = five_schools();
    for (auto& by : all) rates_by(by, "a1", 0);
    auto& first = all.front().changes;
    first.push_back(first.front());
    first.push_back(first.front());
    first[0].change.measured = 12;
    first[1].change.measured = 15;
    first[0].supported = first[1].supported = 30;
    first[2].school_year = 2024;
    auto const by = county_of(all).measures.front();
    auto const& school = by.of_schools.front();
    EXPECT_EQ(school.years, 2);
    EXPECT_EQ(school.years_of_several_versions, 1);
    EXPECT_EQ(school.measured, 12 + 15 + 20);
    EXPECT_EQ(school.not_counted, 3 + 6);
    EXPECT_EQ(school.degrees, 12 + 15 + 20 - 3) << "each version has a mean of its own";
    EXPECT_TRUE(by.may_count_twice);
    EXPECT_EQ(by.of_schools.back().years_of_several_versions, 0);
    auto const markup = pages::outcomes(county_of(all)).main.markup();
    EXPECT_NE(markup.find("9 or more"), std::string::npos) << markup;
    EXPECT_EQ(markup.find("6 or more"), std::string::npos) << "of a school with one version";
    EXPECT_NE(markup.find("then counts as two"), std::string::npos);
    auto const csv = pages::as_csv(county_of(all));
    EXPECT_NE(csv.find(",\"School 1\",2,47,9,"), std::string::npos) << csv;
    EXPECT_NE(csv.find(",by_chance,1\r\n"), std::string::npos) << csv;
    EXPECT_NE(csv.find(",by_chance,0\r\n"), std::string::npos) << csv;
}

TEST(OutcomesOverSchools, leave_nobody_out_where_two_versions_measured_more_children_than_had_support) {
    auto all = five_schools();
    for (auto& by : all) {
        rates_by(by, "a1", 0);
        by.changes.push_back(by.changes.front());
    }
    auto const by = county_of(all).measures.front();
    EXPECT_EQ(by.of_schools.front().measured, 40) << "of 26";
    EXPECT_EQ(by.of_schools.front().not_counted, 0);
}

TEST(OutcomesOverSchools, say_nothing_of_children_counted_twice_where_each_year_had_one_version) {
    auto all = five_schools();
    for (auto& by : all) rates_by(by, "a1", 0);
    EXPECT_FALSE(county_of(all).measures.front().may_count_twice);
    auto const markup = pages::outcomes(county_of(all)).main.markup();
    EXPECT_EQ(markup.find("then counts as two"), std::string::npos);
    EXPECT_EQ(markup.find("or more</td>"), std::string::npos);
}

TEST(OutcomesOverSchools, keep_two_schools_of_one_name_apart) {
    auto all = five_schools();
    for (auto& by : all) by.school.name = "St Mary's";
    EXPECT_EQ(county_of(all).measures.front().schools, 5);
}

TEST(OutcomesOverSchools, stand_by_name_in_whatever_order_schools_are_read) {
    auto all = five_schools();
    std::ranges::reverse(all);
    auto const schools = county_of(all).measures.front().of_schools;
    ASSERT_EQ(schools.size(), 5U);
    EXPECT_EQ(schools.front().school.name, "School 1");
    EXPECT_EQ(schools.front().measured, 10);
}

}  // namespace
}  // namespace county
