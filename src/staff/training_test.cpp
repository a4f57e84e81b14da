// Lists ask in SQL who is trained, since they ask about everybody; it has to be what the rule says.
#include <gtest/gtest.h>

#include <algorithm>

#include "schools/store.hpp"
#include "staff/actions.hpp"
#include "staff/rules.hpp"
#include "staff/store.hpp"
#include "support/small_school.hpp"

namespace staff {
namespace {

class TrainingInLists : public testing::Test {
protected:
    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    db::Transaction transaction{db, db::Mode::write};
    Visit visit = school.visit(db, school.administrator);
    Date today = school.today;
};

// Every pair of trainings of either kind that begin and end about today, beside one that ended long ago.
TEST_F(TrainingInLists, and_a_schools_first_steps_a_person_is_trained_as_the_rule_says) {
    auto const& una = school.untrained.staff;
    db.run("UPDATE role_held SET ends_on = $1 WHERE staff_id <> $2", today - 10, una);
    std::vector<Training> about_today;
    for (auto const kind : all_of<TrainingKind>())
        for (int held = -2; held <= 1; ++held)
            for (int expires = held; expires <= 2; ++expires)
                about_today.push_back(
                    {TrainingId::make(visit.now), una, kind, "Nurture UK", today + held, today + expires}
                );
    auto const is_una = [&](auto const& person) { return person.id == una; };
    auto const lists_agree = [&] {
        auto const trainings = store::trainings_of(db, school.school, una);
        bool const trained = trained_on(trainings, TrainingKind::nurture, today);
        auto const untrained = store::untrained_nurture_assistants(db, school.school, today);
        EXPECT_EQ(
            std::ranges::any_of(store::trained_nurture_assistants(db, school.school, today), is_una), trained
        );
        EXPECT_EQ(std::ranges::any_of(untrained, is_una), !trained);
        EXPECT_EQ(schools::store::readiness(db, school.school, today).training, trained);
        EXPECT_EQ(actions::is_trained(visit, una, today), trained);
        for (auto const& person : untrained)
            EXPECT_EQ(person.until, last_day_trained(trainings, TrainingKind::nurture, today));
        return !HasFailure();
    };
    for (auto const& first : about_today) {
        db.savepoint();
        store::add(db, school.school, first);
        ASSERT_TRUE(lists_agree());
        for (auto const& second : about_today) {
            if (second.id == first.id) continue;
            db.savepoint();
            store::add(db, school.school, second);
            ASSERT_TRUE(lists_agree()) << calendar::iso(second.held_on);
            db.rollback_to_savepoint();
            db.release_savepoint();
        }
        db.rollback_to_savepoint();
        db.release_savepoint();
    }
}

}  // namespace
}  // namespace staff
