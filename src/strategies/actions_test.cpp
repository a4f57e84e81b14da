#include "strategies/actions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "strategies/library.hpp"
#include "strategies/store.hpp"
#include "support/small_school.hpp"

namespace strategies {
namespace {

class Strategies : public testing::Test {
protected:
    Strategies() { visit.emplace(school.visit(db, school.senco)); }
    Shelf shelf(std::string const& name) {
        for (auto& one : store::shelves(db, school.school))
            if (one.area.name == name) return one;
        return {};
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();
    db::Transaction transaction{db, db::Mode::write};
    std::optional<Visit> visit;
};

TEST(Library, has_three_strategies_or_more_for_each_area) {
    std::map<std::string_view, int> strategies_of;
    for (auto const& suggestion : library()) ++strategies_of[suggestion.area];
    EXPECT_EQ(strategies_of.size(), 8U);
    for (auto const& [area, strategies] : strategies_of) EXPECT_GE(strategies, 3) << area;
}

TEST_F(Strategies, fill_the_shelves_once_and_add_the_areas_that_are_missing) {
    EXPECT_EQ(store::areas(db, school.school).size(), 2U);
    seed(*visit);
    seed(*visit);
    EXPECT_EQ(store::areas(db, school.school).size(), 8U);
    EXPECT_EQ(shelf("Friendships").area.id, *AreaId::parse(school.friendships.text()));
    std::size_t strategies = 0;
    for (auto const& one : store::shelves(db, school.school)) strategies += one.strategies.size();
    EXPECT_EQ(strategies, library().size());
}

TEST_F(Strategies, of_the_schools_own_come_first) {
    seed(*visit);
    auto const friendships = *AreaId::parse(school.friendships.text());
    EXPECT_TRUE(add(*visit, {friendships, "Walk and talk", "Walk the field together once a day."}));
    EXPECT_EQ(shelf("Friendships").strategies.front().title, "Walk and talk");
    EXPECT_TRUE(shelf("Friendships").strategies.front().schools_own);
    EXPECT_EQ(add(*visit, {visit->new_id<AreaId>(), "Lost", "Nowhere"}).error(), Refusal::unknown_area);
}

TEST_F(Strategies, that_are_changed_become_the_schools_own_and_are_not_overwritten_unseen) {
    seed(*visit);
    auto const one = shelf("Anxiety").strategies.back();
    EXPECT_FALSE(one.schools_own);
    EXPECT_TRUE(change(*visit, one.id, {one.area, "Our way", "In our words."}, one.version));
    EXPECT_TRUE(store::find(db, school.school, one.id)->schools_own);
    EXPECT_EQ(
        change(*visit, one.id, {one.area, "Stale", "Stale."}, one.version).error(), Refusal::changed_meanwhile
    );
    EXPECT_EQ(store::find(db, school.school, one.id)->title, "Our way");
}

TEST_F(Strategies, are_for_areas_that_each_stand_once) {
    EXPECT_TRUE(add_area(*visit, "Sleep"));
    EXPECT_EQ(add_area(*visit, "sleep").error(), Refusal::area_exists);
}

}  // namespace
}  // namespace strategies
