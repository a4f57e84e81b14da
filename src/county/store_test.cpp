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
             {.dimension = insight::Dimension::sex, .part = "F", .supported = 10}},
        .scales = {
            {{"wellbeing", 2, "total", "parent", insight::Span::entry_to_exit},
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
    ASSERT_EQ(all.years.size(), 1U);
    EXPECT_EQ(all.years.front().school.number, 2);
    EXPECT_EQ(all.years.front().supported, 20);
    ASSERT_EQ(all.changes.size(), 2U);
    EXPECT_FALSE(all.changes.front().measure.scale);
    EXPECT_DOUBLE_EQ(all.changes.front().change.mean, 1.25);
    EXPECT_EQ(all.changes.back().measure.scale->informant, "parent");
    EXPECT_EQ(all.changes.back().measure.scale->version, 2);
    EXPECT_EQ(all.changes.back().in_words.scale, "Total");
    EXPECT_EQ(all.changes.back().supported, 20);
    EXPECT_TRUE(store::given(db, 2015, 2023).years.empty());
    db.rollback();
}

}  // namespace
}  // namespace county
