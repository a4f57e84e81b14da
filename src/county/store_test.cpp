#include "county/store.hpp"

#include <gtest/gtest.h>

#include "insight/store.hpp"
#include "support/small_school.hpp"

namespace county {
namespace {

TEST(WhatSchoolsGave, is_read_of_those_alone_that_gave_it) {
    support::TestDatabase database;
    auto& db = database.connection();
    support::SmallSchool const one(database);
    support::SmallSchool const other(database, {2}, " of the other");
    db.begin(db::Mode::write);
    insight::Outcomes const outcomes{
        .on_roll = 90,
        .cells =
            {{.supported = 20,
              .on_roll = 90,
              .days_waited = 30,
              .planned = 160,
              .delivered = 150,
              .attended = 140,
              .change =
                  insight::GroupChange{.measured = 15, .mean = 1.25, .deviation = 2, .days_between = 70}},
             {.provision = "group", .supported = 8},
             {.dimension = insight::Dimension::sex,
              .part = "F",
              .supported = 10,
              .on_roll = 40,
              .delivered = 70,
              .change =
                  insight::GroupChange{.measured = 10, .mean = 0.75, .deviation = 1.5, .days_between = 65}},
             {.provision = "group", .dimension = insight::Dimension::sex, .part = "F", .supported = 5}},
        .scales = {
            {{"wellbeing", 2, "total", "parent", insight::Span::entry_to_exit},
             {.measured = 12, .mean = -0.5, .deviation = 1.5, .days_between = 60},
             {.instrument = "Well-being",
              .scale = "Total",
              .direction = assessments::Direction::high_is_good,
              .edition = "a1b2",
              .least = 1,
              .most = 5}},
            {{"wellbeing", 3, "total", "parent", insight::Span::entry_to_exit},
             {.measured = 10, .mean = -1, .deviation = 1, .days_between = 60},
             {.instrument = "Well-being again",
              .scale = "Total",
              .direction = assessments::Direction::high_is_good,
              .edition = "a1b2",
              .least = 1,
              .most = 5}},
            {{"wellbeing", 1, "total", "parent", insight::Span::entry_to_exit},
             {.measured = 12, .mean = -0.5, .deviation = 1.5, .days_between = 60},
             {"Well-being", "Total", assessments::Direction::high_is_good}}}};
    for (auto const* school : {&one, &other})
        for (int const year : {2023, 2024}) {
            db.enter(school->school);
            insight::store::add(
                db,
                school->school,
                {.school_year = year, .made_at = school->now, .outcomes = outcomes},
                school->senco.staff
            );
        }
    db.enter(other.school);
    insight::store::give(db, other.school, 2024, other.headteacher.staff, other.now);
    auto const all = store::given(db, 2015, 2024);
    ASSERT_EQ(all.size(), 1U);
    auto const& by = all.front();
    EXPECT_EQ(by.school.number, 2);
    ASSERT_EQ(by.years.size(), 1U);
    EXPECT_EQ(by.years.front().supported, 20);
    ASSERT_EQ(by.changes.size(), 4U);
    EXPECT_FALSE(by.changes.front().measure.scale);
    EXPECT_DOUBLE_EQ(by.changes.front().change.mean, 1.25);
    auto const& before_editions_were_kept = by.changes[1];
    EXPECT_EQ(before_editions_were_kept.measure.scale->version, 1);
    EXPECT_EQ(before_editions_were_kept.measure.scale->edition, "");
    auto const& scale = by.changes[2];
    EXPECT_EQ(scale.measure.scale->informant, "parent");
    EXPECT_EQ(scale.measure.scale->edition, "a1b2");
    EXPECT_EQ(scale.measure.scale->version, 0) << "each school counts versions by itself";
    EXPECT_EQ(scale.in_words.scale, "Total");
    EXPECT_EQ(scale.in_words.most, 5);
    EXPECT_EQ(scale.supported, 20);
    EXPECT_EQ(by.changes[3].measure, scale.measure) << "another version of the same edition";
    ASSERT_EQ(by.parts.size(), 2U) << "what stands by two filters is left out";
    EXPECT_EQ(by.parts[0].part, (Part{insight::Dimension::everyone, "group"}));
    EXPECT_FALSE(by.parts[0].change);
    EXPECT_EQ(by.parts[1].part, (Part{insight::Dimension::sex, "F"}));
    EXPECT_EQ(by.parts[1].on_roll, 40);
    EXPECT_EQ(by.parts[1].delivered, 70);
    EXPECT_DOUBLE_EQ(by.parts[1].change->mean, 0.75);
    auto const by_sex = store::given(db, 2015, 2024, insight::Dimension::sex).front();
    ASSERT_EQ(by_sex.parts.size(), 1U) << "of one dimension alone";
    EXPECT_EQ(by_sex.parts.front().part, (Part{insight::Dimension::sex, "F"}));
    EXPECT_EQ(by_sex.years.front().supported, 20);
    EXPECT_EQ(by_sex.changes.size(), 4U);
    auto const by_support = store::given(db, 2015, 2024, insight::Dimension::everyone).front();
    ASSERT_EQ(by_support.parts.size(), 1U);
    EXPECT_EQ(by_support.parts.front().part, (Part{insight::Dimension::everyone, "group"}));
    EXPECT_TRUE(store::given(db, 2015, 2023).empty());
    db.rollback();
}

}  // namespace
}  // namespace county
