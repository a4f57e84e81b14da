#include "insight/lot_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "base/secret.hpp"
#include "insight/gathering_actions.hpp"
#include "support/small_school.hpp"

namespace insight {
namespace {

std::vector<Child> register_of(int children) {
    std::vector<Child> all;
    for (int i = 0; i < children; ++i) all.push_back({.year_group = std::to_string(i)});
    return all;
}

std::vector<std::string> order_of(std::vector<Child> const& children) {
    std::vector<std::string> order;
    for (auto const& child : children) order.push_back(child.year_group);
    return order;
}

TEST(ChildrenByLot, stand_in_another_order_than_in_the_register_and_in_another_each_time) {
    auto const listed = register_of(60);
    auto const first = order_of(drawn_by_lot(listed, secret::random_below));
    auto const second = order_of(drawn_by_lot(listed, secret::random_below));
    EXPECT_NE(first, order_of(listed));
    EXPECT_NE(first, second);
    EXPECT_TRUE(std::ranges::is_permutation(first, second));
}

TEST(ChildrenByLot, may_each_come_first_as_likely_as_any_other) {
    std::mt19937_64 chance(7);
    auto const below = [&](std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(chance);
    };
    std::map<std::string, int> first;
    for (int nth = 0; nth < 5000; ++nth) ++first[order_of(drawn_by_lot(register_of(5), below)).front()];
    ASSERT_EQ(first.size(), 5U);
    for (auto const& [child, times] : first) EXPECT_NEAR(times, 1000, 150) << child;
}

TEST(ChildrenByLot, come_out_of_the_register_by_lot_too) {
    support::TestDatabase database;
    auto& db = database.connection();
    support::SmallSchool school(database);
    db.begin(db::Mode::write);
    db.enter(school.school);
    auto const visit = school.visit(db, school.senco);
    // Four children, of whom one is of another year: it stands first by chance one time in four.
    std::set<std::size_t> places;
    for (int nth = 0; nth < 60; ++nth) {
        auto const children = actions::children_in(visit, 2025);
        auto const of_5 = std::ranges::find(children, "5", &Child::year_group);
        ASSERT_NE(of_5, children.end());
        places.insert(static_cast<std::size_t>(of_5 - children.begin()));
    }
    EXPECT_EQ(places.size(), 4U);
    db.rollback();
}

}  // namespace
}  // namespace insight
