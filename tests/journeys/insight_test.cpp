// A year of support in figures that tell of no child (D7): what people entered on their pages is what the
// figures come out of.
#include "insight/store.hpp"
#include "journeys/journey.hpp"

namespace journeys {
namespace {

class YearOfSupport : public Journey {
protected:
    // Five children of one group, of whom one got on less; six others are on the roll.
    void a_group_was_supported() {
        while (children.size() < 5)
            children.push_back(another_child("Child" + std::to_string(children.size())));
        for (auto const* other : {"Ivo", "Una", "Odo", "Ada", "Elm"}) another_child(other);
        auto const programme = runs(children, {.places = "5"});
        for (auto const& child : children) measures_before(child);
        goes_to_its_end(programme, children);
        on(today() + 32);
        for (auto const& child : children)
            measures_impact(
                child, child.id == sam.id ? Fields({{"measure-" + target_of(sam), "5"}}) : Fields()
            );
    }

    insight::Outcomes told() {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        return insight::store::find(db, school.school, 2025).value().outcomes;
    }

    std::vector<Child> children{sam, amira, tom};
};

TEST_F(YearOfSupport, comes_out_of_what_was_entered_once_the_year_is_over) {
    a_group_was_supported();
    on("2026-10-31");
    EXPECT_FALSE(as(school.headteacher).opens("/insight").may_send("/insight/2025"));
    on("2026-11-02");
    auto& coordinator = as(school.senco).opens("/insight").opens("/insight/2025");
    EXPECT_TRUE(coordinator.sees("5 of 5 children with support were measured twice."));
    auto& headteacher = as(school.headteacher).opens("/insight").opens("/insight/2025");
    EXPECT_FALSE(headteacher.sees("5 of 5 children")) << "who does not work on these cases";
    EXPECT_TRUE(headteacher.sees("Nothing is missing."));
    headteacher.sends("/insight/2025");

    auto const outcomes = told();
    ASSERT_EQ(outcomes.cells.size(), 1U) << "a part would tell of fewer than five";
    auto const& cell = outcomes.cells.front();
    EXPECT_EQ(outcomes.on_roll, 11);
    EXPECT_EQ(cell.supported, 5);
    EXPECT_EQ(outcomes.referred, 5);
    EXPECT_EQ(cell.days_waited, 0);
    EXPECT_EQ(cell.planned, 5 * 6);
    EXPECT_EQ(cell.delivered, 5 * 6);
    EXPECT_EQ(cell.attended, 5 * 6);
    ASSERT_TRUE(cell.change);
    EXPECT_EQ(cell.change->measured, 5);
    EXPECT_NEAR(cell.change->mean, (4 * 5 + 2) / 5.0, 0.001);

    auto& governor = as(school.governor).opens("/insight");
    EXPECT_TRUE(governor.sees("5 of 11 children on the roll began a programme"));
    for (auto const& child : children) EXPECT_FALSE(governor.sees(child.name));
}

TEST_F(YearOfSupport, stays_as_it_was_told_whatever_is_entered_afterwards) {
    a_group_was_supported();
    on("2026-11-02");
    as(school.headteacher).opens("/insight/2025").sends("/insight/2025");
    another_child("Late");
    EXPECT_EQ(told().on_roll, 11);
    EXPECT_FALSE(as(school.senco).opens("/insight").may_send("/insight/2025"));
}

}  // namespace
}  // namespace journeys
