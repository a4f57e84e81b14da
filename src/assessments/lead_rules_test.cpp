#include "assessments/lead_rules.hpp"

#include <gtest/gtest.h>

#include "assessments/shipped.hpp"

namespace assessments {
namespace {

using session_plans::SessionPlan;
using strategies::TargetArea;

TargetArea const friendships{.id = AreaId::make({1}), .name = "friendships"};
TargetArea const anger{.id = AreaId::make({2}), .name = "Anger"};
TargetArea const sleep_well{.id = AreaId::make({3}), .name = "Sleep"};
std::vector<TargetArea> const schools{anger, friendships, sleep_well};

Instrument const& ours() { return shipped("withy-observation")->instrument; }

TEST(Strands, lead_to_the_areas_that_the_file_names_and_the_school_has) {
    auto const areas = areas_of_strands(ours(), {}, schools);
    EXPECT_EQ(areas.at("friendships"), std::vector{friendships.id}) << "in whatever case";
    EXPECT_EQ(areas.at("feelings"), std::vector{anger.id});
    EXPECT_FALSE(areas.contains("attention")) << "the school works on nothing of that name";
    EXPECT_TRUE(areas_of_strands(shipped("boxall")->instrument, {}, schools).empty());
}

TEST(Strands, lead_where_the_school_ticked_and_then_nowhere_else) {
    StrandAreas const ticked{{"trust", {sleep_well.id}}};
    EXPECT_EQ(areas_of_strands(ours(), ticked, schools), ticked);
}

TEST(Strands, lead_as_the_file_says_where_only_those_of_another_version_are_ticked) {
    auto const by_the_file = areas_of_strands(ours(), {}, schools);
    EXPECT_EQ(areas_of_strands(ours(), {{"added later", {anger.id}}}, schools), by_the_file);
}

TEST(Strands, have_moved_where_they_lead_elsewhere_and_not_by_their_order) {
    StrandAreas const stood{{"trust", {anger.id, sleep_well.id}}, {"feelings", {anger.id}}};
    StrandAreas const stands{{"trust", {sleep_well.id, anger.id}}, {"friendships", {friendships.id}}};
    StrandAreas const moved{{"feelings", {}}, {"friendships", {friendships.id}}};
    EXPECT_EQ(moved_since(stood, stands, ours()), moved);
}

TEST(Strands, lead_on_to_as_many_plans_as_there_are_for_each_area) {
    std::vector<SessionPlan> plans(3);
    plans[0].areas = {friendships.id};
    plans[1].areas = {anger.id, friendships.id};
    auto const ways = ways_on({{"friendships", {friendships.id, sleep_well.id}}}, schools, plans);
    ASSERT_EQ(ways.at("friendships").size(), 2U);
    EXPECT_EQ(ways.at("friendships")[0].area.id, friendships.id);
    EXPECT_EQ(ways.at("friendships")[0].plans, 2U);
    EXPECT_EQ(ways.at("friendships")[1].plans, 0U);
}

}  // namespace
}  // namespace assessments
