#include "app/start.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iterator>

#include "db/connection.hpp"
#include "db/migrations.hpp"
#include "support/small_school.hpp"
#include "support/test_database.hpp"

namespace app {
namespace {

namespace files = std::filesystem;

class Start : public testing::Test {
protected:
    Start() {
        umask(S_IWGRP | S_IWOTH);
        configuration.data = folder;
    }
    ~Start() override {
        files::remove_all(folder);
        umask(before);
    }

    mode_t before = umask(0);
    std::string folder = testing::TempDir() + "withy_start_" + std::to_string(getpid());
    Configuration configuration;
};

// What others than the process's own user may do with it.
files::perms of_others(files::path const& path) {
    return files::status(path).permissions() & (files::perms::group_all | files::perms::others_all);
}

TEST_F(Start, the_data_is_for_its_own_user_alone) {
    auto const database = open_up_to_date(configuration);
    auto const connection = database->connect(db::Mode::write);
    connection->run("INSERT INTO installation (name, value) VALUES ('made_as', 'test')");
    EXPECT_EQ(of_others(folder), files::perms::none);
    for (auto const* const name : {"withy.db", "withy.db-wal", "withy.db-shm"}) {
        ASSERT_TRUE(files::exists(files::path(folder) / name)) << name;
        EXPECT_EQ(of_others(files::path(folder) / name), files::perms::none) << name;
    }
}

TEST_F(Start, a_file_is_backed_up_before_it_is_brought_up_to_date_and_a_new_one_is_not) {
    auto const backups = [&] {
        auto const kept = files::path(folder) / "backups";
        if (!files::exists(kept)) return std::ptrdiff_t{0};
        return std::distance(files::directory_iterator(kept), files::directory_iterator{});
    };
    auto const all = db::migrations();
    auto const database = open(configuration);
    db::migrate(*database, all.first(all.size() - 1));
    std::vector<std::string> said;
    auto const tell = [&](std::string const& words) {
        said.push_back(words);
        EXPECT_EQ(backups(), static_cast<std::ptrdiff_t>(said.size()) - 1) << words;
    };
    auto const done = bring_up_to_date(configuration, *database, tell);
    auto const last = std::string(all.back().name);
    EXPECT_EQ(
        said,
        (std::vector<std::string>{"Copying the database to " + done.backup + " first", "Migrating " + last})
    );
    EXPECT_EQ(done.migrations.size(), 1U);
    EXPECT_TRUE(files::exists(done.backup)) << done.backup;
    EXPECT_EQ(backups(), 1);
    EXPECT_TRUE(bring_up_to_date(configuration, *database).migrations.empty());
    EXPECT_EQ(backups(), 1) << "nothing was to be done";

    configuration.data = folder + "/another";
    auto const another = open(configuration);
    EXPECT_EQ(bring_up_to_date(configuration, *another, tell).backup, "");
    EXPECT_EQ(said.size(), 2U) << "a new file is made without a word";
}

TEST_F(Start, a_file_that_may_not_grow_is_a_full_disk_and_no_end) {
    auto const database = open_up_to_date(configuration);
    auto const connection = database->connect(db::Mode::write);
    rlimit limit{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &limit), 0);
    rlimit const small{.rlim_cur = 4096, .rlim_max = limit.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    EXPECT_THROW(
        connection->run(
            "INSERT INTO installation (name, value) VALUES ('long', $1)", std::string(100'000, 'x')
        ),
        db::Full
    );
    EXPECT_EQ(setrlimit(RLIMIT_FSIZE, &limit), 0);
    EXPECT_EQ(connection->run("INSERT INTO installation (name, value) VALUES ('made_as', 'test')"), 1);
}

TEST_F(Start, a_second_server_of_one_file_is_refused_and_commands_beside_the_first_are_not) {
    {
        OnlyServer const first(configuration);
        EXPECT_EQ(of_others(folder), files::perms::none);
        EXPECT_EQ(of_others(folder + "/withy.db.in-use"), files::perms::none);
        try {
            OnlyServer const second(configuration);
            ADD_FAILURE() << "two serve one file";
        } catch (db::Broken const& refused) {
            EXPECT_NE(std::string(refused.what()).find("Stop it first"), std::string::npos) << refused.what();
            EXPECT_NE(std::string(refused.what()).find(folder + "/withy.db"), std::string::npos);
        }
        auto const database = open_up_to_date(configuration);
        auto const connection = database->connect(db::Mode::write);
        EXPECT_EQ(connection->run("INSERT INTO installation (name, value) VALUES ('made_as', 'test')"), 1);

        auto another = configuration;
        another.data = folder + "/another";
        OnlyServer const of_other_data(another);
    }
    OnlyServer const next(configuration);
}

TEST_F(Start, several_servers_may_serve_one_postgresql) {
    configuration.database = "postgresql://nowhere/withy";
    OnlyServer const first(configuration);
    OnlyServer const second(configuration);
    EXPECT_FALSE(files::exists(folder));
}

TEST_F(Start, a_database_of_an_earlier_version_is_opened_in_use_by_nobody_and_left_as_it_is) {
    auto own = support::TestDatabase::empty();
    auto const all = db::migrations();
    db::migrate(own.database(), all.first(all.size() - 1));
    configuration.database = own.url();
    auto const refusal = [&]() -> std::string {
        try {
            open_in_use(configuration);
        } catch (db::Broken const& refused) {
            return refused.what();
        }
        return {};
    };
    EXPECT_NE(refusal().find("run: withy migrate"), std::string::npos) << refusal();
    EXPECT_EQ(db::missing_migrations(own.database()).size(), 1U);
    db::migrate(own.database());
    EXPECT_NE(refusal().find("There is no school in this Withy yet"), std::string::npos) << refusal();
}

struct KeyAsItStands {
    std::string text;
    auto columns() { return std::tuple{db::AsStored{text}}; }
};

TEST(WhatMigrationsLeft, is_sealed_of_every_school_and_stays_so) {
    support::TestDatabase own;
    support::SmallSchool const one(own);
    support::SmallSchool const other(own, {2}, " of the other");
    for (auto const* const of : {&one, &other}) {
        db::Transaction transaction(own.connection(), db::Mode::write);
        own.connection().enter(of->school);
        own.connection().run(
            R"(INSERT INTO data_request (school_id, id, about, pupil_id, kind, asked_by, asked_as, received_on,
                                         identity_check, line_key, made_by, made_at)
               VALUES ($1, $2, 'child', $3, 'all_that_is_held', 'Sam', 'themselves', $4, 'Known', 'willow', $5, 1))",
            of->school,
            Id<struct RequestTag>::make(of->now),
            of->sam.id,
            of->today,
            of->senco.staff
        );
        transaction.commit();
    }
    auto const key = [&](SchoolId school) {
        db::Transaction const transaction(own.connection(), db::Mode::read);
        own.connection().enter(school);
        constexpr db::Sql sql = "SELECT line_key FROM data_request WHERE school_id = $1";
        return std::pair{
            own.connection().the<KeyAsItStands>(sql, school).text,
            own.connection().the<std::string>(sql, school)};
    };
    ASSERT_EQ(key(one.school).first, "willow");
    seal_what_migrations_left(own.database());
    auto const sealed = key(one.school);
    for (auto const school : {one.school, other.school}) {
        EXPECT_TRUE(db::is_sealed(key(school).first)) << key(school).first;
        EXPECT_EQ(key(school).second, "willow");
    }
    seal_what_migrations_left(own.database());
    EXPECT_EQ(key(one.school), sealed);
}

TEST(RoleOfTheDatabase, is_warned_of_where_no_policy_binds_it) {
    support::TestDatabase own;
    EXPECT_EQ(warning_of_role(own.database()), "");
    auto const* const superuser = std::getenv("WITHY_TEST_POSTGRESQL");
    if (support::engine_under_test() == db::Engine::sqlite || superuser == nullptr) return;
    auto const whole_server = db::Database::open(superuser);
    EXPECT_NE(warning_of_role(*whole_server).find("is a superuser or has BYPASSRLS"), std::string::npos);
}

}  // namespace
}  // namespace app
