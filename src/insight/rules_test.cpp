#include "insight/rules.hpp"

#include <gtest/gtest.h>

#include "insight/block_rules.hpp"
#include "insight/sentences.hpp"

namespace insight {
namespace {

Child without_support(std::string const& sex = "F", bool referred = false) {
    return {.sex = sex, .sen_provision = "N", .year_group = "4", .referred = referred, .support = {}};
}

Child with_support(std::string const& sex, bool one_to_one, std::optional<double> change = {}) {
    auto child = without_support(sex, true);
    Support support{.one_to_one = one_to_one, .in_group = !one_to_one, .days_waited = 21};
    support.planned = 8;
    support.delivered = 7;
    support.attended = 6;
    if (change) support.targets = Change{.by = *change, .days = 80};
    child.support = support;
    return child;
}

std::vector<Child> school(int girls, int boys, int measured = 100) {
    std::vector<Child> children(60, without_support("F"));
    children.insert(children.end(), 60, without_support("M"));
    for (int i = 0; i < girls + boys; ++i)
        children.push_back(with_support(
            i < girls ? "F" : "M", i % 2 == 0, i < measured ? std::optional(1.0 + i % 3) : std::nullopt
        ));
    return children;
}

Cell const& everybody(Outcomes const& outcomes) { return *find(outcomes, "", Dimension::everyone, ""); }

TEST(Outcomes, say_how_many_were_reached_how_long_they_waited_and_what_was_held) {
    auto const outcomes = outcomes_of(school(12, 10));
    auto const& cell = everybody(outcomes);
    EXPECT_EQ(cell.supported, 22);
    EXPECT_EQ(cell.on_roll, 142);
    EXPECT_EQ(cell.days_waited, 21);
    EXPECT_EQ(cell.planned, 22 * 8);
    EXPECT_EQ(cell.delivered, 22 * 7);
    EXPECT_EQ(cell.attended, 22 * 6);
    EXPECT_EQ(reach_in_words(cell), "22 of 142 children on the roll began a programme (15 %).");
}

TEST(Outcomes, are_told_of_nobody_where_fewer_than_five_had_support) {
    for (int supported = 1; supported < fewest_children; ++supported) {
        auto const outcomes = outcomes_of(school(supported, 0));
        EXPECT_TRUE(outcomes.cells.empty()) << supported;
        EXPECT_FALSE(outcomes.referred) << supported;
    }
    EXPECT_EQ(everybody(outcomes_of(school(0, 0))).supported, 0);
    EXPECT_EQ(everybody(outcomes_of(school(5, 0))).supported, 5);
}

TEST(Outcomes, tell_of_girls_and_boys_where_there_are_five_of_each_and_else_of_neither) {
    EXPECT_NE(find(outcomes_of(school(12, 10)), "", Dimension::sex, "M"), nullptr);
    auto const few = outcomes_of(school(12, 4));
    EXPECT_EQ(find(few, "", Dimension::sex, "M"), nullptr);
    EXPECT_EQ(find(few, "", Dimension::sex, "F"), nullptr);
}

TEST(Outcomes, are_told_by_two_filters_where_one_is_the_kind_of_support) {
    auto const outcomes = outcomes_of(school(12, 10));
    auto const* const cell = find(outcomes, "group", Dimension::sex, "M");
    ASSERT_NE(cell, nullptr);
    EXPECT_EQ(cell->supported, 5);
    ASSERT_TRUE(cell->change);
    EXPECT_EQ(cell->change->measured, 5);
}

TEST(Outcomes, leave_children_out_by_lot_where_one_to_four_were_not_measured_twice) {
    for (int missing = 0; missing <= 8; ++missing) {
        auto const change = everybody(outcomes_of(school(12, 10, 22 - missing))).change;
        ASSERT_TRUE(change) << missing;
        EXPECT_EQ(change->measured, missing == 0 ? 22 : missing < 5 ? 17 : 22 - missing) << missing;
    }
}

TEST(Outcomes, tell_of_no_change_where_all_changed_alike) {
    auto children = school(0, 0);
    for (int i = 0; i < 6; ++i) children.push_back(with_support("F", true, 2.0));
    EXPECT_FALSE(everybody(outcomes_of(children)).change);
}

// What is left out would be the difference of what is told.
TEST(Outcomes, tell_change_by_no_part_where_all_of_one_part_changed_alike) {
    auto children = school(0, 0);
    for (int i = 0; i < 6; ++i) children.push_back(with_support("F", true, 2.0));
    for (int i = 0; i < 8; ++i) children.push_back(with_support("M", false, 1.0 + i));
    auto const outcomes = outcomes_of(children);
    ASSERT_TRUE(everybody(outcomes).change);
    for (auto const* const sex : {"F", "M"}) {
        auto const* const cell = find(outcomes, "", Dimension::sex, sex);
        ASSERT_NE(cell, nullptr) << sex;
        EXPECT_FALSE(cell->change) << sex;
    }
    for (auto const* const provision : {"one_to_one", "group"}) {
        auto const* const cell = find(outcomes, provision, Dimension::everyone, "");
        ASSERT_NE(cell, nullptr) << provision;
        EXPECT_FALSE(cell->change) << provision;
    }
}

TEST(Outcomes, tell_no_change_by_a_target_area_where_all_others_changed_alike) {
    auto children = school(0, 0);
    for (int i = 0; i < 6; ++i) children.push_back(with_support("F", true, 2.0));
    for (int i = 0; i < 8; ++i) {
        children.push_back(with_support("F", true, 1.0 + i));
        children.back().support->areas = {"Anger"};
    }
    auto const outcomes = outcomes_of(children);
    auto const* const cell = find(outcomes, "", Dimension::target_area, "Anger");
    ASSERT_NE(cell, nullptr);
    EXPECT_FALSE(cell->change);
    EXPECT_TRUE(everybody(outcomes).change);
}

// The optional scale that some children have would tell how many have not.
TEST(Outcomes, tell_scales_of_one_instrument_of_the_same_children) {
    auto children = school(12, 0);
    int nth = 0;
    for (auto& child : children) {
        if (!child.support) continue;
        for (auto const* const scale : {"total", "emotional", "impact"})
            if (std::string_view(scale) != "impact" || nth > 1)
                child.support->scores[{.instrument = "sdq", .scale = scale, .informant = "parent"}] = {
                    .by = 1.0 + nth % 3, .days = 60};
        ++nth;
    }
    auto const scales = outcomes_of(children).scales;
    ASSERT_EQ(scales.size(), 2U);
    for (auto const& [scale, change, called] : scales) {
        EXPECT_NE(scale.scale, "impact");
        EXPECT_EQ(change.measured, 12);
    }
}

TEST(Outcomes, join_neighbouring_year_groups_until_each_may_be_told_of) {
    std::vector<Placed> placed;
    for (auto const& [year, count] : {std::pair("03", 3), {"04", 4}, {"05", 9}, {"06", 0}, {"07", 2}})
        placed.insert(placed.end(), static_cast<std::size_t>(count), Placed{year, 0});
    auto const blocks = blocks_of(placed, Order::by_name);
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(named(blocks[0]), "03+04");
    EXPECT_EQ(named(blocks[1]), "05+07");
    EXPECT_EQ(part_in_words(Dimension::year_group, "03+04"), "Year 3 or Year 4");
}

TEST(Outcomes, tell_of_pupil_premium_and_of_ethnicity_where_the_roll_says_them) {
    auto children = school(12, 12);
    for (std::size_t i = 0; i < children.size(); ++i) {
        children[i].pupil_premium = i % 3 == 0 ? "yes" : "no";
        children[i].ethnicity = i % 2 == 0 ? "asian" : "not said";
    }
    auto const outcomes = outcomes_of(children);
    auto const* const with_premium = find(outcomes, "", Dimension::pupil_premium, "yes");
    ASSERT_TRUE(with_premium);
    EXPECT_EQ(with_premium->supported, 8);
    EXPECT_EQ(with_premium->on_roll, 48);
    EXPECT_TRUE(find(outcomes, "", Dimension::ethnicity, "asian"));
    EXPECT_EQ(part_in_words(Dimension::pupil_premium, "-+yes"), "Pupil premium or not on record");
    EXPECT_EQ(part_in_words(Dimension::ethnicity, "asian+not said"), "Asian or did not say");
}

TEST(Outcomes, tell_nothing_by_ethnicity_where_the_school_does_not_keep_it) {
    for (auto const& cell : outcomes_of(school(12, 12)).cells) {
        EXPECT_NE(cell.dimension, Dimension::ethnicity);
        EXPECT_NE(cell.dimension, Dimension::pupil_premium);
    }
}

TEST(Outcomes, say_the_mean_first_then_whether_it_can_be_told_from_none_and_who_is_not_counted) {
    GroupChange const rose{.measured = 20, .mean = 1.8, .deviation = 1.2, .days_between = 84};
    auto const said = change_in_words(rose, 26);
    ASSERT_EQ(said.size(), 3U);
    EXPECT_EQ(
        said[0],
        "On average their own targets went up by 1.8 points of 10; allowing for chance, the mean change lies "
        "between +1.2 and +2.4."
    );
    EXPECT_NE(said[1].find("6 are not counted"), std::string::npos);
    EXPECT_NE(said[2].find("change, not effect"), std::string::npos);
    for (auto const& sentence : said)
        for (auto const* const word : {"d_z", "confidence", "by lot"})
            EXPECT_EQ(sentence.find(word), std::string::npos) << sentence;
    auto const how = how_change_is_worked_out(rose, 26);
    ASSERT_EQ(how.size(), 3U);
    EXPECT_NE(how[1].find("left out by lot"), std::string::npos);
    EXPECT_NE(how[2].find("d_z"), std::string::npos);
    GroupChange const unsure{.measured = 6, .mean = 0.4, .deviation = 1.5, .days_between = 84};
    GroupChange const still{.measured = 20, .mean = 0, .deviation = 1.2, .days_between = 84};
    EXPECT_TRUE(
        change_in_words(still, 20)[0].starts_with("On average their own targets stand where they stood;")
    );
    EXPECT_EQ(change_in_words(unsure, 6)[1], "From these alone it cannot be told whether they changed.");
}

TEST(Outcomes, can_be_made_of_every_year_since_the_first_referral_that_was_not_made) {
    auto const today = calendar::date(2026, 11, 30).value();
    auto const first = calendar::date(2022, 10, 4).value();
    EXPECT_EQ(years_to_make(first, {}, today), (std::vector{2025, 2024, 2023, 2022}));
    std::vector const made{2025, 2023};
    EXPECT_EQ(years_to_make(first, made, today), (std::vector{2024, 2022}));
    EXPECT_EQ(years_to_make(first, made, calendar::date(2026, 10, 31).value()), (std::vector{2024, 2022}));
    EXPECT_EQ(years_to_make(std::nullopt, {}, today), std::vector{2025});
    EXPECT_EQ(years_to_make(today, {}, today), std::vector{2025})
        << "who was referred this year is told next year";
}

TEST(Outcomes, are_of_a_year_that_has_been_over_until_november) {
    EXPECT_EQ(last_year_to_tell(*calendar::parse_iso("2026-10-31")), 2024);
    EXPECT_EQ(last_year_to_tell(*calendar::parse_iso("2026-11-01")), 2025);
    EXPECT_EQ(last_year_to_tell(*calendar::parse_iso("2027-08-31")), 2025);
    EXPECT_EQ(last_year_to_tell(*calendar::parse_iso("2027-09-01")), 2025);
    EXPECT_EQ(calendar::iso(last_day_of(2025)), "2026-08-31");
}

}  // namespace
}  // namespace insight
