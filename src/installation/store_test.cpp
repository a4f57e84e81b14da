#include "installation/store.hpp"

#include <gtest/gtest.h>

#include "db/script.hpp"
#include "records/actions.hpp"
#include "support/small_school.hpp"

namespace installation {
namespace {

struct InstallationStore : testing::Test {
    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();
    Date const today = school.today;

    void writes_an_entry() {
        db::Transaction transaction(db, db::Mode::write);
        auto visit = school.visit(db, school.senco);
        records::write(
            visit, {.action = records::Action::changed, .subject = "concern", .subject_id = "a", .fields = {}}
        );
        transaction.commit();
    }
    void runs(std::string const& script) {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        db::run_script(db, script);
        transaction.commit();
    }
};

TEST_F(InstallationStore, a_database_as_it_should_be_shows_nothing) {
    writes_an_entry();
    auto const facts = store::facts_of_all(database.database(), today);
    EXPECT_FALSE(facts.is_demonstration);
    EXPECT_FALSE(facts.role_passes_policies);
    EXPECT_TRUE(facts.unprotected_tables.empty());
    EXPECT_EQ(facts.altered, std::vector<std::string>{});
    EXPECT_TRUE(facts.missing_migrations.empty());
    EXPECT_EQ(facts.schema_fault, "");
    EXPECT_TRUE(facts.broken_ends.empty());
    EXPECT_EQ(facts.newest_entry_at, school.now);
}

TEST_F(InstallationStore, a_log_without_its_last_entry_is_seen_by_the_operator_and_the_school) {
    writes_an_entry();
    writes_an_entry();
    bool const on_sqlite = db.engine() == db::Engine::sqlite;
    runs(
        on_sqlite ? "DROP TRIGGER record_is_never_deleted; DELETE FROM record WHERE number = 2"
                  : "SELECT set_config('withy.school', '1', true); "
                    "ALTER TABLE record DISABLE TRIGGER USER; DELETE FROM record WHERE number = 2"
    );
    auto const facts = store::facts_of_all(database.database(), today);
    ASSERT_EQ(facts.broken_ends.size(), 1U);
    EXPECT_EQ(facts.broken_ends[0].head, 2);
    EXPECT_EQ(facts.broken_ends[0].last, 1);
    EXPECT_FALSE(facts.altered->empty()) << "and the gate that let it happen";

    db::Transaction const transaction(db, db::Mode::read);
    db.enter(school.school);
    EXPECT_EQ(store::facts(db, school.school, "Alder Brook", today).broken_ends.size(), 1U);
    EXPECT_TRUE(store::facts(db, SchoolId{}, "", today).broken_ends.empty());
}

TEST_F(InstallationStore, a_log_of_reads_that_does_not_end_at_its_head_is_seen_too) {
    writes_an_entry();
    bool const on_sqlite = db.engine() == db::Engine::sqlite;
    runs(
        std::string(on_sqlite ? "" : "SELECT set_config('withy.school', '1', true); ") +
        "INSERT INTO reading_head (school_id, number, hash) SELECT 1, 2, detail_digest FROM record"
    );
    auto const facts = store::facts_of_all(database.database(), today);
    ASSERT_EQ(facts.broken_ends.size(), 1U);
    EXPECT_EQ(facts.broken_ends[0].log, "log of reads");
    EXPECT_EQ(facts.broken_ends[0].head, 2);
    EXPECT_EQ(facts.broken_ends[0].last, 0);
}

TEST_F(InstallationStore, an_older_and_a_newer_schema_are_told_apart) {
    runs("DELETE FROM migration WHERE number = (SELECT max(number) FROM migration)");
    auto const older = store::facts_of_all(database.database(), today);
    EXPECT_EQ(older.missing_migrations.size(), 1U);
    EXPECT_EQ(older.schema_fault, "");
    runs("INSERT INTO migration (number, name, checksum, applied_at) VALUES (9999, '9999_to_come', '', 0)");
    auto const newer = store::facts_of_all(database.database(), today);
    EXPECT_NE(newer.schema_fault.find("9999_to_come"), std::string::npos) << newer.schema_fault;
}

TEST_F(InstallationStore, made_up_data_is_known) {
    runs("INSERT INTO installation (name, value) VALUES ('made_as', 'demonstration')");
    EXPECT_TRUE(store::facts_of_all(database.database(), today).is_demonstration);
}

TEST_F(InstallationStore, people_are_counted_who_have_a_second_way_and_of_whom_one_is_demanded) {
    auto const found = [&] {
        auto const schools = store::facts_of_all(database.database(), today).second_ways;
        EXPECT_EQ(schools.size(), 1U);
        return schools.front();
    };
    EXPECT_EQ(found().see_most.people, 7)
        << "administrator, SENCo, headteacher, safeguarding lead, three Nurture Assistants";
    EXPECT_EQ(found().see_most.have_one, 0);
    EXPECT_TRUE(found().roles.empty());
    EXPECT_EQ(found().demanded.people, 0);
    {
        db::Transaction transaction(db, db::Mode::write);
        db.run(
            "INSERT INTO authenticator_app (account_id, sealed_secret, made_at, confirmed_at) "
            "VALUES ($1, '', 1, NULL)",
            school.senco.account
        );
        transaction.commit();
    }
    EXPECT_EQ(found().see_most.have_one, 0) << "an app counts once it is confirmed";
    {
        db::Transaction transaction(db, db::Mode::write);
        db.run("UPDATE authenticator_app SET confirmed_at = 1");
        transaction.commit();
    }
    EXPECT_EQ(found().see_most.have_one, 1);
    {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        for (auto const* const role : {"senco", "nurture_assistant"})
            db.run(
                "INSERT INTO second_way_demand (school_id, role, starts_on) VALUES (1, $1, '2030-01-01')",
                std::string(role)
            );
        transaction.commit();
    }
    EXPECT_EQ(found().roles, (std::vector<std::string>{"Nurture Assistant", "SENCo"}));
    EXPECT_EQ(found().demanded.people, 4);
    EXPECT_EQ(found().demanded.have_one, 1);
    EXPECT_EQ(found().see_most.people, 7);

    db::Transaction const transaction(db, db::Mode::read);
    db.enter(school.school);
    EXPECT_EQ(store::facts(db, school.school, "Alder Brook", today).second_ways.front().demanded.have_one, 1);
    EXPECT_TRUE(store::facts(db, SchoolId{}, "", today).second_ways.empty());
}

}  // namespace
}  // namespace installation
