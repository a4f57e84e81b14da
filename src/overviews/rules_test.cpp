#include "overviews/rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace overviews {
namespace {

using assessments::Assessment;
using assessments::AssessmentId;
using assessments::Informant;
using assessments::InstrumentId;
using assessments::LoadedInstrument;
using assessments::NormSetId;
using assessments::Occasion;

InstrumentId const first_edition = InstrumentId::make({1});
InstrumentId const second_edition = InstrumentId::make({2});
NormSetId const of_younger = NormSetId::make({3});
NormSetId const of_older = NormSetId::make({4});
StaffId const ada = StaffId::make({5});
Date const monday = calendar::date(2026, 5, 4).value();

// Two strands where more is good, hanging beside one where less is; the short form has one item.
LoadedInstrument loaded(InstrumentId const& id) {
    LoadedInstrument made;
    made.id = id;
    auto& instrument = made.instrument;
    instrument.name = "Seen in class";
    instrument.rating = {{0, 4}};
    instrument.informants = {Informant::class_teacher, Informant::nurture_assistant};
    instrument.forms = {
        {.occasion = Occasion::entry},
        {.occasion = Occasion::exit},
        {.occasion = Occasion::weekly, .items = {1}}};
    instrument.sections = {
        {.code = "up",
         .name = "Developmental",
         .direction = assessments::Direction::high_is_good,
         .drawn = assessments::Drawn::up,
         .scales =
             {{.code = "A", .label = "attends", .range = {{0, 20}}},
              {.code = "B", .label = "joins in", .range = {{0, 20}}}}},
        {.code = "down",
         .name = "Diagnostic",
         .direction = assessments::Direction::low_is_good,
         .drawn = assessments::Drawn::down,
         .scales = {{.code = "Q", .label = "withdraws", .range = {{0, 10}}}}}};
    made.norms = {
        {.id = of_younger,
         .norms =
             {.code = "4 to 7", .ages = {4, 7}, .bands = {{"A", {10, 18}}, {"B", {10, 18}}, {"Q", {0, 4}}}}},
        {.id = of_older, .norms = {.code = "8 to 11", .ages = {8, 11}, .bands = {{"A", {12, 20}}}}}};
    return made;
}

Instruments both_editions() {
    Instruments all;
    for (auto const& id : {first_edition, second_edition}) all.emplace(id, loaded(id));
    return all;
}

struct Scored {
    int attends = 15;
    int joins_in = 15;
    int withdraws = 2;
};

Assessment rated(Date on, Scored const& scored, Occasion occasion = Occasion::entry) {
    static int number = 100;
    return {
        .id = AssessmentId::make({++number}),
        .the_case = CaseId::make({9}),
        .instrument = first_edition,
        .norms = of_younger,
        .informant = Informant::class_teacher,
        .occasion = occasion,
        .rater = ada,
        .rated_on = on,
        .scores = {
            {.scale = "A", .score = scored.attends},
            {.scale = "B", .score = scored.joins_in},
            {.scale = "Q", .score = scored.withdraws}}};
}

RatedChild child(int number, std::vector<Assessment> assessments) {
    RatedChild made;
    made.pupil.id = PupilId::make({number});
    made.assessments = std::move(assessments);
    return made;
}

std::vector<Panel> panels(std::vector<RatedChild> const& children) {
    return panels_of(children, both_editions());
}

Strand strand_of(std::vector<RatedChild> const& children, std::string_view scale) {
    auto const strands = strands_of(panels(children).at(0), loaded(first_edition));
    return *std::ranges::find(strands, scale, &Strand::scale);
}

TEST(APanel, holds_the_last_whole_rating_of_each_child) {
    auto const made = panels(
        {child(1, {rated(monday, {.attends = 5}), rated(monday + 40, {.attends = 9}, Occasion::exit)}),
         child(2, {rated(monday + 1, {.attends = 7}), rated(monday + 50, {.attends = 1}, Occasion::weekly)})}
    );
    ASSERT_EQ(made.size(), 1U);
    ASSERT_EQ(made[0].children.size(), 2U);
    EXPECT_EQ(made[0].children[0].latest.scores[0].score, 9);
    EXPECT_EQ(made[0].children[1].latest.scores[0].score, 7) << "a short form is no whole rating";
}

TEST(APanel, tells_of_an_older_rating_that_it_stands_in_for_a_later_one_beside_which_another_lies) {
    auto const entry = rated(monday, {.attends = 5});
    auto const later = rated(monday + 40, {.attends = 9}, Occasion::exit);
    EXPECT_FALSE(panels({child(1, {entry, later})})[0].children[0].later_on);
    auto beside = rated(monday + 41, {.attends = 12}, Occasion::exit);
    beside.informant = Informant::nurture_assistant;
    beside.beside = later.id;
    auto const made = panels({child(1, {entry, later, beside})});
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].children[0].latest.id, entry.id);
    EXPECT_EQ(made[0].children[0].later_on, monday + 40);
    beside.agreed_at = Instant{9};
    EXPECT_FALSE(panels({child(1, {entry, later, beside})})[0].children[0].later_on);
}

TEST(APanel, never_pools_informants_nor_mixes_norms_nor_editions) {
    auto other_informant = rated(monday, {});
    other_informant.informant = Informant::nurture_assistant;
    auto other_norms = rated(monday, {});
    other_norms.norms = of_older;
    auto no_norms = rated(monday, {});
    no_norms.norms.reset();
    auto other_edition = rated(monday, {});
    other_edition.instrument = second_edition;
    std::vector<RatedChild> children;
    int number = 0;
    for (auto const& one : {rated(monday, {}), other_informant, other_norms, no_norms, other_edition})
        children.push_back(child(++number, {one}));
    auto const made = panels(children);
    EXPECT_EQ(made.size(), children.size());
    for (auto const& panel : made) EXPECT_EQ(panel.children.size(), 1U);
}

TEST(APanel, holds_a_child_once_though_their_norms_have_changed_with_their_age) {
    auto later = rated(monday + 300, {}, Occasion::exit);
    later.norms = of_older;
    auto const made = panels({child(1, {rated(monday, {}), later})});
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].norms, of_older);
    EXPECT_FALSE(made[0].children[0].entry) << "the one on entry was held against others";
}

TEST(APanel, leaves_out_what_does_not_stand_or_waits_for_two_to_agree) {
    auto taken_back = rated(monday + 9, {.attends = 1});
    taken_back.taken_back_at = Instant{};
    auto const first = rated(monday + 3, {.attends = 2});
    auto second = rated(monday + 3, {.attends = 3});
    second.beside = first.id;
    auto const made = panels({child(1, {rated(monday, {.attends = 8}), first, second, taken_back})});
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].children[0].latest.scores[0].score, 8);
    auto agreed = second;
    agreed.agreed_at = Instant{};
    auto const then = panels({child(1, {rated(monday, {.attends = 8}), first, agreed, taken_back})});
    EXPECT_EQ(then[0].children[0].latest.scores[0].score, 3);
}

TEST(APanel, puts_the_rating_on_entry_beside_the_last_where_the_two_may_be_subtracted) {
    auto const made =
        panels({child(1, {rated(monday, {.attends = 5}), rated(monday + 60, {}, Occasion::exit)})});
    ASSERT_TRUE(made[0].children[0].entry);
    EXPECT_EQ(made[0].children[0].entry->scores[0].score, 5);
    auto const alone = panels({child(1, {rated(monday, {})})});
    EXPECT_FALSE(alone[0].children[0].entry) << "one rating is no two points in time";
}

TEST(APanel, is_none_of_scales_that_each_child_names) {
    auto goals = both_editions();
    for (auto& [id, one] : goals) one.instrument.sections[0].scales[0].named_by_child = true;
    EXPECT_TRUE(panels_of({child(1, {rated(monday, {})})}, goals).empty());
}

TEST(AStrand, says_who_is_outside_in_the_direction_of_need_alone) {
    std::vector<RatedChild> const children{
        child(1, {rated(monday, {.attends = 9, .withdraws = 5})}),
        child(2, {rated(monday, {.attends = 19, .withdraws = 0})}),
        child(3, {rated(monday, {.attends = 4, .withdraws = 9})}),
        child(4, {rated(monday, {.attends = 10, .withdraws = 4})})};
    auto const attends = strand_of(children, "A");
    EXPECT_EQ(attends.latest, (std::vector{4, 9, 10, 19}));
    EXPECT_EQ(attends.in_need, (std::vector{children[2].pupil.id, children[0].pupil.id}))
        << "the furthest first";
    EXPECT_EQ(attends.sides.at(Side::needs_support), 2);
    EXPECT_EQ(attends.sides.at(Side::usual), 1) << "both ends are usual";
    EXPECT_EQ(attends.sides.at(Side::beyond), 1) << "very good is no need";
    auto const withdraws = strand_of(children, "Q");
    EXPECT_EQ(withdraws.in_need, (std::vector{children[2].pupil.id, children[0].pupil.id}));
    EXPECT_EQ(withdraws.sides.at(Side::beyond), 0);
}

TEST(AStrand, without_norms_says_of_nobody_that_they_are_outside) {
    auto one = rated(monday, {.attends = 0});
    one.norms.reset();
    auto const strand = strand_of({child(1, {one})}, "A");
    EXPECT_EQ(strand.usual, std::nullopt);
    EXPECT_TRUE(strand.in_need.empty());
    EXPECT_TRUE(strand.sides.empty());
    EXPECT_TRUE(most_in_need({strand}).empty());
}

TEST(WhatMostNeedsSupport, is_the_strand_furthest_outside_in_the_mean_of_all_children) {
    // A: 2 of 20 outside for one of two children; Q: 3 of 10.
    std::vector<RatedChild> const children{
        child(1, {rated(monday, {.attends = 8, .withdraws = 7})}), child(2, {rated(monday, {})})};
    auto const strands = most_in_need(strands_of(panels(children).at(0), loaded(first_edition)));
    ASSERT_EQ(strands.size(), 2U) << "nobody is outside in B";
    EXPECT_EQ(strands[0].scale, "Q");
    EXPECT_DOUBLE_EQ(strands[0].distance, 0.15);
    EXPECT_EQ(strands[1].scale, "A");
    EXPECT_DOUBLE_EQ(strands[1].distance, 0.05);
}

TEST(TheMiddle, is_that_of_scores_in_their_order) {
    EXPECT_DOUBLE_EQ(middle_of({4}), 4);
    EXPECT_DOUBLE_EQ(middle_of({1, 2, 9}), 2);
    EXPECT_DOUBLE_EQ(middle_of({1, 2, 5, 9}), 3.5);
}

}  // namespace
}  // namespace overviews
