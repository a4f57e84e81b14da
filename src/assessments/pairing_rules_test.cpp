#include "assessments/pairing_rules.hpp"

#include <gtest/gtest.h>

#include "assessments/shipped.hpp"

namespace assessments {
namespace {

Date const monday = *calendar::parse_iso("2026-09-21");
StaffId const ada = StaffId::make({1});
InstrumentId const by_which = InstrumentId::make({1});

// The same each time for the same number.
AssessmentId numbered(std::size_t number) {
    static std::vector<AssessmentId> made;
    while (made.size() <= number) made.push_back(AssessmentId::make({1}));
    return made[number];
}

LoadedInstrument observation() {
    LoadedInstrument made;
    made.id = by_which;
    made.instrument = shipped("withy-observation")->instrument;
    return made;
}

Assessment rated(std::size_t id, Occasion occasion, int weeks, Informant view = Informant::class_teacher) {
    Assessment one;
    one.id = numbered(id);
    one.instrument = by_which;
    one.informant = view;
    one.occasion = occasion;
    one.rater = ada;
    one.rated_on = monday + 7 * weeks;
    return one;
}

std::vector<AssessmentId> beside(std::vector<Assessment> const& all) {
    auto const found = before_and_after(all, observation());
    if (!found) return {};
    return {found->before->id, found->after->id};
}

std::vector<AssessmentId> ids(std::size_t before, std::size_t after) {
    return {numbered(before), numbered(after)};
}

TEST(BeforeAndAfter, is_entry_beside_the_last_of_the_same_form_whatever_was_rated_week_by_week) {
    std::vector<Assessment> all{
        rated(1, Occasion::weekly, 0),
        rated(2, Occasion::other, 1),
        rated(3, Occasion::entry, 2),
        rated(4, Occasion::weekly, 3),
        rated(5, Occasion::other, 6),
        rated(6, Occasion::weekly, 7)};
    EXPECT_EQ(beside(all), ids(3, 5));
    all.erase(all.begin() + 2);
    EXPECT_EQ(beside(all), ids(2, 5)) << "without one on entry the first of all is the beginning";
}

TEST(BeforeAndAfter, is_of_one_view_and_of_no_short_form) {
    EXPECT_TRUE(beside({rated(1, Occasion::weekly, 0), rated(2, Occasion::entry, 2)}).empty());
    EXPECT_TRUE(beside({rated(1, Occasion::weekly, 0), rated(2, Occasion::weekly, 2)}).empty());
    EXPECT_TRUE(beside({rated(1, Occasion::entry, 2), rated(2, Occasion::exit, 2)}).empty()) << "of one day";
    EXPECT_EQ(
        beside(
            {rated(1, Occasion::entry, 0),
             rated(2, Occasion::other, 4),
             rated(3, Occasion::exit, 8, Informant::nurture_assistant)}
        ),
        ids(1, 2)
    ) << "a later one in another view takes none away";
}

TEST(BeforeAndAfter, leaves_two_ratings_side_by_side_out_until_one_is_agreed_to) {
    std::vector<Assessment> all{
        rated(1, Occasion::entry, 0),
        rated(2, Occasion::other, 4),
        rated(3, Occasion::exit, 8),
        rated(4, Occasion::exit, 8)};
    all.back().beside = all[2].id;
    EXPECT_EQ(beside(all), ids(1, 2));
    auto const later = later_and_not_drawn(all, observation(), all[1]);
    ASSERT_EQ(later.size(), 2);
    EXPECT_EQ(later.front().rating->id, numbered(3));
    EXPECT_EQ(later.front().why, WhyNotDrawn::side_by_side);
    all[2].agreed_at = Instant{};
    EXPECT_EQ(beside(all), ids(1, 3));
}

TEST(DrawnAlone, is_the_last_that_tells_of_the_child_a_whole_one_before_a_short_one) {
    std::vector<Assessment> all{
        rated(1, Occasion::entry, 0), rated(2, Occasion::weekly, 1), rated(3, Occasion::weekly, 2)};
    EXPECT_EQ(drawn_alone(all, observation())->id, numbered(1));
    all.front().taken_back_at = Instant{};
    EXPECT_EQ(drawn_alone(all, observation())->id, numbered(3));
    EXPECT_EQ(drawn_alone({}, observation()), nullptr);
}

}  // namespace
}  // namespace assessments
