#include "county/team_actions.hpp"

#include <gtest/gtest.h>

#include "county/team_store.hpp"
#include "staff/store.hpp"
#include "support/small_school.hpp"

namespace county::actions {
namespace {

class CountyTeam : public testing::Test {
protected:
    CountyTeam() { db.begin(db::Mode::write); }
    ~CountyTeam() override { db.rollback(); }

    // The gate that refused; empty where the database took it.
    template <class... Arguments>
    std::string gate_before(db::Sql sql, Arguments const&... arguments) {
        db.savepoint();
        try {
            db.run(sql, arguments...);
        } catch (db::Refused const& refused) {
            db.rollback_to_savepoint();
            return refused.gate;
        }
        return {};
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();
    Visit visit = school.visit_of_nobody(db);
};

TEST_F(CountyTeam, is_made_once_under_the_name_that_it_keeps) {
    EXPECT_EQ(enter_team(visit, "").error(), TeamRefusal::no_team);
    ASSERT_TRUE(enter_team(visit, "Fern County"));
    auto const made = store::team(db).value();
    EXPECT_EQ(made.name, "Fern County");
    EXPECT_NE(made.id, school.school);
    EXPECT_EQ(visit.school, made.id);
    EXPECT_TRUE(enter_team(visit, ""));
    EXPECT_TRUE(enter_team(visit, "Fern County"));
    EXPECT_EQ(enter_team(visit, "Oak County").error(), TeamRefusal::another_name);
    EXPECT_EQ(visit.school, made.id);
}

TEST_F(CountyTeam, invites_whoever_is_to_work_there_and_again_without_adding_them_twice) {
    ASSERT_TRUE(enter_team(visit, "Fern County"));
    auto const first = invite(visit, {"Ada Holt", "ada@fern.example"});
    ASSERT_TRUE(first);
    auto const second = invite(visit, {"Ada Holt", "ada@fern.example"});
    ASSERT_TRUE(second);
    EXPECT_NE(first->token, second->token);
    EXPECT_EQ(staff::store::people(db, visit.school).size(), 1U);
    EXPECT_FALSE(invite(visit, {"Ada Holt", "nowhere"}));
}

TEST_F(CountyTeam, is_left_by_whoever_works_there_no_more) {
    ASSERT_TRUE(enter_team(visit, "Fern County"));
    ASSERT_TRUE(invite(visit, {"Ada Holt", "ada@fern.example"}));
    EXPECT_FALSE(leave(visit, "bea@fern.example"));
    EXPECT_TRUE(leave(visit, "ada@fern.example"));
    EXPECT_EQ(staff::store::people(db, visit.school).front().left_on, visit.today);
    EXPECT_FALSE(leave(visit, "ada@fern.example"));
}

TEST_F(CountyTeam, knows_an_address_however_it_is_typed_as_signing_in_does) {
    ASSERT_TRUE(enter_team(visit, "Fern County"));
    ASSERT_TRUE(invite(visit, {"Ada Holt", "Ada.Holt@Fern.Example"}));
    ASSERT_TRUE(invite(visit, {"Ada Holt", "ada.holt@FERN.example"}));
    auto const people = staff::store::people(db, visit.school);
    ASSERT_EQ(people.size(), 1U);
    EXPECT_EQ(people.front().address, "ada.holt@fern.example");
    EXPECT_TRUE(leave(visit, "ADA.HOLT@fern.example"));
    EXPECT_EQ(staff::store::people(db, visit.school).front().left_on, visit.today);
}

TEST_F(CountyTeam, holds_no_role_of_a_school_by_sql_either) {
    ASSERT_TRUE(enter_team(visit, "Fern County"));
    ASSERT_TRUE(invite(visit, {"Ada Holt", "ada@fern.example"}));
    auto const analyst = staff::store::people(db, visit.school).front().id;
    constexpr db::Sql role = R"(
        INSERT INTO role_held (school_id, id, staff_id, role, starts_on) VALUES ($1, $2, $3, 'senco', '2020-01-06'))";
    EXPECT_EQ(
        gate_before(role, visit.school, visit.new_id<staff::RoleHeldId>(), analyst),
        "county_team_holds_no_roles"
    );
}

TEST_F(CountyTeam, stays_one_and_no_school_becomes_it_by_sql_either) {
    ASSERT_TRUE(enter_team(visit, "Fern County"));
    EXPECT_EQ(gate_before("UPDATE school SET kind = 'school' WHERE id = $1", visit.school), "kind_stays");
    EXPECT_EQ(
        gate_before("UPDATE school SET kind = 'county_team' WHERE id = $1", school.school), "kind_stays"
    );
    constexpr db::Sql another =
        "INSERT INTO school (id, name, made_at, kind) VALUES (77, 'Oak County', 1, 'county_team')";
    EXPECT_EQ(gate_before(another), "one_county_team");
}

}  // namespace
}  // namespace county::actions
