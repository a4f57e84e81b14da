#include "change/asking_rules.hpp"

#include <gtest/gtest.h>

namespace change {
namespace {

using assessments::Informant;
using assessments::WeeklyInstrument;

InstrumentId instrument_of(int number) { return InstrumentId::make(Instant{number * hours}); }

class AskingForTheWeek : public testing::Test {
protected:
    Date monday = calendar::parse_iso("2026-05-11").value();
    WeeklyInstrument any{.id = instrument_of(1), .ages = {4, 16}, .informants = {Informant::class_teacher}};
    WeeklyInstrument few_items{
        .id = instrument_of(2),
        .ages = {4, 13},
        .informants = {Informant::class_teacher},
        .names_items = true};
    std::vector<WeeklyInstrument> instruments{any, few_items};
    Rateable sam{.born_on = calendar::parse_iso("2017-06-01").value()};

    std::optional<ToRate> asked(Date today) const { return asked_this_week(sam, instruments, today); }
};

TEST_F(AskingForTheWeek, asks_for_three_ratings_while_the_child_waits_and_for_no_fourth) {
    for (int number = 1; number <= ratings_before; ++number) {
        auto const one = asked(monday + 2);
        ASSERT_TRUE(one);
        EXPECT_EQ(one->number, number);
        EXPECT_EQ(one->phase, Phase::before);
        EXPECT_EQ(one->by_on, monday + 4);
        EXPECT_EQ(one->is_first, number == 1);
        sam.before = sam.ratings = number;
    }
    EXPECT_FALSE(asked(monday + 2));
}

TEST_F(AskingForTheWeek, asks_once_a_week_and_again_from_the_next_monday) {
    sam.before = sam.ratings = 1;
    sam.last_on = monday + 1;
    EXPECT_FALSE(asked(monday + 4));
    EXPECT_FALSE(asked(monday + 6));
    EXPECT_TRUE(asked(monday + 7));
}

TEST_F(AskingForTheWeek, goes_on_through_the_programme_only_where_it_was_begun_before) {
    sam.began_on = monday;
    EXPECT_FALSE(asked(monday));
    sam.ratings = 2;
    EXPECT_FALSE(asked(monday)) << "both were made during it";
    sam.before = 1;
    sam.ratings = 9;
    ASSERT_TRUE(asked(monday));
    EXPECT_EQ(asked(monday)->phase, Phase::during);
}

TEST_F(AskingForTheWeek, stays_with_the_instrument_of_the_last_rating_and_else_takes_one_of_few_items) {
    EXPECT_EQ(asked(monday)->by, few_items.id);
    sam.last_by = any.id;
    EXPECT_EQ(asked(monday)->by, any.id);
    sam.last_by = instrument_of(9);
    EXPECT_EQ(asked(monday)->by, few_items.id) << "the last one has a later version";
}

TEST_F(AskingForTheWeek, asks_nothing_where_no_instrument_is_for_the_childs_age_and_for_class_teachers) {
    sam.born_on = calendar::parse_iso("2012-05-11").value();
    EXPECT_EQ(asked(monday)->by, any.id) << "who is fourteen";
    any.informants = {Informant::nurture_assistant};
    instruments = {any, few_items};
    EXPECT_FALSE(asked(monday));
}

}  // namespace
}  // namespace change
