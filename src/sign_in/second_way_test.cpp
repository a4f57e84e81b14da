#include <gtest/gtest.h>

#include "db/script.hpp"
#include "proofs/one_time_code.hpp"
#include "sign_in/actions.hpp"
#include "sign_in/app_actions.hpp"
#include "sign_in/app_store.hpp"
#include "sign_in/forms.hpp"
#include "sign_in/invitation_actions.hpp"
#include "sign_in/passkey_actions.hpp"
#include "sign_in/passkey_store.hpp"
#include "sign_in/second_way_actions.hpp"
#include "sign_in/second_way_store.hpp"
#include "sign_in/store.hpp"
#include "sign_in/way_change_actions.hpp"
#include "staff/actions.hpp"
#include "support/passkey_device.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace sign_in {
namespace {

using visits::Role;

class ADemandedSecondWay : public testing::Test {
protected:
    ADemandedSecondWay() { visit.public_address = "https://withy.test"; }

    AccountId const& mine() const { return school.senco.account; }
    // As if it had been demanded for years: the database asks its own clock.
    void is_demanded(Role role = Role::senco) {
        store::demand(db, school.school, {role, calendar::parse_iso("2020-01-06").value()});
    }
    void adds_an_app() {
        actions::begin_app(visit);
        auto const app = *store::app(db, mine());
        auto const secret = *sealed::opened(
            visit.key(), app.sealed_secret, "authenticator_app " + std::string(mine().text())
        );
        ASSERT_TRUE(actions::confirm_app(visit, proofs::one_time_code(secret, proofs::step_at(visit.now))));
    }
    PasskeyId adds_a_passkey() {
        support::PasskeyDevice device{"https://withy.test"};
        device.person = mine().text();
        auto const challenge = actions::new_challenge(visit, Purpose::make);
        EXPECT_TRUE(actions::add_passkey(visit, *forms::new_passkey(device.made(challenge))));
        return store::passkeys(db, mine()).back().id;
    }
    std::int64_t logged() {
        return db.the<std::int64_t>("SELECT count(*) FROM record WHERE subject = 'second_way_demand'");
    }
    std::optional<DemandStands> stands() {
        auto const own = actions::own_demand(visit, mine());
        return own ? std::optional(own->stands) : std::nullopt;
    }
    Comer comer() {
        Presence const presence{
            mine(), school.school, visit.school_name, school.senco.staff, visit.now, visit.now};
        return store::person(db, presence, visit.today).value();
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    support::SmallSchool other{database, SchoolId{2}};
    db::Transaction transaction{db, db::Mode::write};
    Visit visit = school.visit(db, school.senco);
};

TEST_F(ADemandedSecondWay, is_demanded_by_role_from_a_day_and_each_change_stands_in_the_log) {
    auto administrator = school.visit(db, school.administrator);
    auto const soon = visit.today + 14;
    actions::demand_second_way(administrator, {{Role::administrator, Role::senco}, soon});
    std::vector<SecondWayDemand> const both{{Role::administrator, soon}, {Role::senco, soon}};
    EXPECT_EQ(store::second_way_demands(db, school.school), both);
    EXPECT_EQ(logged(), 2);
    actions::demand_second_way(administrator, {{Role::administrator, Role::senco}, soon});
    EXPECT_EQ(logged(), 2) << "what stood already";
    actions::demand_second_way(administrator, {{Role::senco}, soon + 7});
    std::vector<SecondWayDemand> const later{{Role::senco, soon + 7}};
    EXPECT_EQ(store::second_way_demands(db, school.school), later);
    EXPECT_EQ(logged(), 4);
}

TEST_F(ADemandedSecondWay, is_told_before_its_day_and_asked_for_from_then_on) {
    EXPECT_EQ(stands(), std::nullopt);
    store::demand(db, school.school, {Role::governor, visit.today - 1});
    EXPECT_EQ(stands(), std::nullopt) << "it is another's role";
    store::demand(db, school.school, {Role::senco, visit.today + 1});
    EXPECT_EQ(stands(), DemandStands::to_come);
    store::demand(db, school.school, {Role::senco, visit.today});
    EXPECT_EQ(stands(), DemandStands::open);
    adds_an_app();
    EXPECT_EQ(stands(), std::nullopt);
}

TEST_F(ADemandedSecondWay, is_known_of_whoever_comes) {
    is_demanded();
    auto const before = comer();
    ASSERT_EQ(before.roles.size(), 1U);
    EXPECT_EQ(before.roles[0].role.role, Role::senco);
    EXPECT_EQ(before.roles[0].demanded_from, calendar::parse_iso("2020-01-06"));
    EXPECT_FALSE(before.ways.app);
    actions::begin_app(visit);
    EXPECT_FALSE(comer().ways.app) << "no code has confirmed it";
    adds_an_app();
    adds_a_passkey();
    EXPECT_TRUE(comer().ways.app);
    EXPECT_EQ(comer().ways.passkeys, 1U);
    store::demand_no_more(db, school.school, Role::senco);
    EXPECT_EQ(comer().roles[0].demanded_from, std::nullopt);
}

TEST_F(ADemandedSecondWay, leads_whoever_signs_in_without_one_to_where_they_add_it) {
    EXPECT_EQ(actions::going_on(visit, mine(), "/referrals"), "/referrals");
    store::demand(db, school.school, {Role::senco, visit.today + 1});
    EXPECT_EQ(actions::going_on(visit, mine(), "/referrals"), "/referrals") << "its day is to come";
    is_demanded();
    EXPECT_EQ(actions::going_on(visit, mine(), "/referrals"), "/sign-ins/second-way");
}

TEST_F(ADemandedSecondWay, is_counted_by_role_where_it_is_lacking) {
    auto const of_senco = [&] {
        bool const work = actions::passkeys_work_here(visit);
        for (auto const& [role, people] : store::without_second_way(db, school.school, visit.today, work))
            if (role == Role::senco) return people;
        return std::int64_t{0};
    };
    EXPECT_EQ(of_senco(), 1);
    adds_a_passkey();
    EXPECT_EQ(of_senco(), 0);
    visit.public_address = "http://192.0.2.1";
    EXPECT_EQ(of_senco(), 1) << "no passkeys work here";
    adds_an_app();
    EXPECT_EQ(of_senco(), 0);
}

TEST_F(ADemandedSecondWay, is_not_taken_away_where_it_is_the_last) {
    adds_an_app();
    is_demanded();
    auto const app = actions::remove_app(visit);
    ASSERT_FALSE(app);
    EXPECT_EQ(app.error().refusal, Refusal::last_second_way);
    EXPECT_TRUE(actions::asks_for_code(visit, mine()));

    auto const passkey = adds_a_passkey();
    EXPECT_TRUE(actions::remove_app(visit)) << "another is left";
    EXPECT_FALSE(actions::asks_for_code(visit, mine()));
    EXPECT_FALSE(actions::remove_passkey(visit, passkey));
    EXPECT_EQ(store::passkeys(db, mine()).size(), 1U);

    store::demand_no_more(db, school.school, Role::senco);
    EXPECT_TRUE(actions::remove_passkey(visit, passkey));
    EXPECT_TRUE(store::passkeys(db, mine()).empty());
}

TEST_F(ADemandedSecondWay, that_is_an_app_stays_beside_a_passkey_where_passkeys_do_not_work) {
    adds_an_app();
    auto const passkey = adds_a_passkey();
    is_demanded();
    visit.public_address = "http://192.0.2.1";
    auto const app = actions::remove_app(visit);
    ASSERT_FALSE(app);
    EXPECT_EQ(app.error().refusal, Refusal::last_second_way);
    EXPECT_EQ(stands(), std::nullopt) << "no role is held back";
    EXPECT_TRUE(actions::remove_passkey(visit, passkey)) << "it was none here";
    EXPECT_FALSE(actions::remove_app(visit));
}

TEST_F(ADemandedSecondWay, of_which_the_day_is_to_come_goes_as_any_other) {
    adds_an_app();
    // The database goes by its own clock, which no test sets.
    store::demand(db, school.school, {Role::senco, *calendar::parse_iso("2100-01-04")});
    EXPECT_TRUE(actions::remove_app(visit));
}

TEST_F(ADemandedSecondWay, is_not_taken_away_by_sql_either) {
    adds_an_app();
    EXPECT_EQ(
        support::refused(
            db, "UPDATE authenticator_app SET confirmed_at = NULL WHERE made_at > $1", school.school
        ),
        "app_stays_confirmed"
    );
    constexpr auto gate = "second_way_is_demanded";
    constexpr db::Sql without_app = "DELETE FROM authenticator_app WHERE made_at > $1";
    constexpr db::Sql without_passkeys = "DELETE FROM passkey WHERE made_at > $1";
    is_demanded();
    EXPECT_EQ(support::refused(db, without_app, school.school), gate);
    adds_a_passkey();
    adds_a_passkey();
    EXPECT_EQ(support::refused(db, without_app, school.school), "") << "two passkeys are left";
    EXPECT_EQ(support::refused(db, without_passkeys, school.school), gate) << "not both at once";
    EXPECT_EQ(store::passkeys(db, mine()).size(), 2U);
    store::demand_no_more(db, school.school, Role::senco);
    EXPECT_EQ(support::refused(db, without_passkeys, school.school), "");
}

// The gate that asks for the time, as it stands.
std::string gate_by_the_clock(db::Connection& db) {
    constexpr db::Sql on_sqlite = "SELECT sql FROM sqlite_schema WHERE name = 'second_way_demanded'";
    constexpr db::Sql on_postgresql =
        "SELECT pg_get_functiondef('second_way_is_demanded(text,bigint)'::regprocedure)";
    if (db.engine() == db::Engine::postgresql) return db.the<std::string>(on_postgresql);
    return "DROP VIEW second_way_demanded; " + db.the<std::string>(on_sqlite);
}

// The same gate, for which it is always this time by UTC.
void stop_the_clock(db::Connection& db, std::string gate, std::string const& time) {
    bool const on_sqlite = db.engine() == db::Engine::sqlite;
    std::string const clock = on_sqlite ? "'now'" : "now()";
    auto const stopped = on_sqlite ? "'" + time + "'" : "TIMESTAMPTZ '" + time + "+00'";
    for (auto at = gate.find(clock); at != std::string::npos; at = gate.find(clock))
        gate.replace(at, clock.size(), stopped);
    db::run_script(db, gate);
}

TEST_F(ADemandedSecondWay, by_a_role_is_demanded_until_midnight_in_england_of_its_last_day_by_sql_too) {
    adds_an_app();
    is_demanded();
    auto const last_day = calendar::parse_iso("2026-06-30").value();
    db.run(
        "UPDATE role_held SET ends_on = $1 WHERE school_id = $2 AND staff_id = $3",
        last_day,
        school.school,
        school.senco.staff
    );
    auto const gate = gate_by_the_clock(db);
    auto const refused_by_sql = [&] {
        db.savepoint();
        auto refused =
            support::refused(db, "DELETE FROM authenticator_app WHERE made_at > $1", school.school);
        db.rollback_to_savepoint();
        db.release_savepoint();
        return refused;
    };

    visit.now = calendar::instant_at(last_day, "23:30").value();
    visit.today = last_day;
    stop_the_clock(db, gate, "2026-06-30 22:30:00");
    EXPECT_FALSE(actions::remove_app(visit));
    EXPECT_EQ(refused_by_sql(), "second_way_is_demanded");

    visit.now = visit.now + hours;
    visit.today = calendar::local_date(visit.now);
    ASSERT_EQ(visit.today, last_day + 1);
    stop_the_clock(db, gate, "2026-06-30 23:30:00");
    EXPECT_EQ(refused_by_sql(), "") << "by UTC it is the last day still";
    EXPECT_TRUE(actions::remove_app(visit));
}

TEST_F(ADemandedSecondWay, goes_with_a_link_for_a_new_password_so_that_nobody_is_locked_out) {
    adds_an_app();
    adds_a_passkey();
    is_demanded();
    auto administrator = school.visit(db, school.administrator);
    auto const token = staff::actions::invite(administrator, school.senco.staff)->token;
    auto invited = *actions::invited(visit, token);
    ASSERT_TRUE(actions::accept(visit, invited, token, "another"));
    EXPECT_FALSE(actions::asks_for_code(visit, mine()));
    EXPECT_TRUE(store::passkeys(db, mine()).empty());
    EXPECT_FALSE(actions::asks_for_passkey(visit, mine())) << "the new password signs in, to add another";
    EXPECT_EQ(stands(), DemandStands::open);
}

TEST_F(ADemandedSecondWay, that_is_a_passkey_is_asked_for_instead_of_the_password) {
    adds_a_passkey();
    EXPECT_FALSE(actions::asks_for_passkey(visit, mine())) << "nobody demands it";
    is_demanded();
    EXPECT_TRUE(actions::asks_for_passkey(visit, mine()));
    visit.public_address = "http://192.0.2.1";
    EXPECT_FALSE(actions::asks_for_passkey(visit, mine())) << "no passkeys work here";
    EXPECT_EQ(stands(), DemandStands::open) << "and so it is none";
    visit.public_address = "https://withy.test";
    adds_an_app();
    EXPECT_FALSE(actions::asks_for_passkey(visit, mine())) << "a code is asked for";
}

TEST_F(ADemandedSecondWay, by_another_school_of_its_person_is_found_there) {
    adds_an_app();
    db.enter(other.school);
    db.run(
        "UPDATE staff SET account_id = $1 WHERE school_id = $2 AND id = $3",
        mine(),
        other.school,
        other.senco.staff
    );
    store::demand(db, other.school, {Role::senco, calendar::parse_iso("2020-01-06").value()});
    db.enter(school.school);
    EXPECT_EQ(stands(), std::nullopt) << "nothing is demanded here";
    auto const removed = actions::remove_app(visit);
    ASSERT_FALSE(removed);
    EXPECT_EQ(removed.error().refusal, Refusal::last_second_way);
    EXPECT_EQ(visit.school, school.school) << "and the visit is this school's again";
}

TEST_F(ADemandedSecondWay, is_looked_for_at_sign_in_without_staying_in_a_school) {
    adds_a_passkey();
    is_demanded();
    auto const account = store::account(db, mine()).value();
    visit.enter(SchoolId{}, "");
    EXPECT_TRUE(actions::asks_for_passkey(visit, mine()));
    EXPECT_EQ(visit.school, SchoolId{});
    EXPECT_EQ(visit.frame.school_name, "") << "the page of who is not let in names no school";
    EXPECT_EQ(actions::workplaces(visit, account).size(), 1U);
    EXPECT_EQ(visit.school, SchoolId{});
    EXPECT_EQ(visit.frame.school_name, "");
}

}  // namespace
}  // namespace sign_in
