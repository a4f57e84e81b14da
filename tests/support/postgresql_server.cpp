#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <vector>

#include "db/migration_text.hpp"
#include "db/migrations.hpp"
#include "db/postgresql_connection.hpp"
#include "db/script.hpp"
#include "support/servers.hpp"

namespace support::postgresql {
namespace {

// Not a superuser, or row-level security would not count.
constexpr std::string_view role = "withy_test";

std::string server_url() {
    auto const* const url = std::getenv("WITHY_TEST_POSTGRESQL");
    if (url == nullptr || *url == '\0')
        throw std::runtime_error(
            "WITHY_TEST_POSTGRESQL is not set to a PostgreSQL server. Run the tests with bin/test"
        );
    return url;
}

std::string url_of(std::string const& name) {
    auto const url = server_url();
    auto const separator = url.find('?') == std::string::npos ? "?" : "&";
    return url + separator + "dbname=" + name + "&user=" + std::string(role) +
           "&password=" + std::string(role);
}

std::string name_in(std::string const& url) {
    constexpr std::string_view key = "dbname=";
    auto const begin = url.rfind(key) + key.size();
    return url.substr(begin, url.find('&', begin) - begin);
}

db::Connection& superuser() {
    static auto const connection = db::Database::open(server_url())->connect(db::Mode::write);
    return *connection;
}

// Other test processes may be making the role or the template at this moment.
class OneAtATime {
public:
    OneAtATime() { db::run_script(superuser(), "SET lock_timeout = 0; SELECT pg_advisory_lock(7107)"); }
    ~OneAtATime() { db::run_script(superuser(), "SELECT pg_advisory_unlock(7107)"); }
    OneAtATime(OneAtATime const&) = delete;
    OneAtATime& operator=(OneAtATime const&) = delete;
};

void make_role() {
    if (superuser().one<std::int64_t>("SELECT 1 FROM pg_roles WHERE rolname = 'withy_test'")) return;
    db::run_script(superuser(), "CREATE ROLE withy_test LOGIN PASSWORD 'withy_test'");
}

void create(std::string const& name, std::string const& like) {
    db::run_script(
        superuser(),
        "CREATE DATABASE " + name + " OWNER withy_test ENCODING 'UTF8' LOCALE 'C' TEMPLATE " + like
    );
}

std::string make_template() {
    std::string texts;
    for (auto const& migration : db::migrations()) texts += db::checksum_of(migration.text);
    auto const name = "withy_template_" + db::checksum_of(texts).substr(0, 16);

    OneAtATime const only_here;
    make_role();
    if (superuser().one<std::int64_t>("SELECT 1 FROM pg_database WHERE datname = $1", name)) return name;
    auto const unfinished = name + "_unfinished";
    db::run_script(superuser(), "DROP DATABASE IF EXISTS " + unfinished);
    create(unfinished, "template0");
    db::migrate(*db::Database::open(url_of(unfinished)));
    db::run_script(superuser(), "ALTER DATABASE " + unfinished + " RENAME TO " + name);
    return name;
}

std::string next_name() {
    static int count = 0;
    return "withy_test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
}

std::string new_database_like(std::string const& original) {
    auto const name = next_name();
    create(name, original);
    return url_of(name);
}

// Drops a database one test later, or when the process ends: PostgreSQL waits a tenth of a second for a
// connection that is just closing.
class Finished {
public:
    Finished() { superuser(); }
    ~Finished() {
        try {
            drop_last();
        } catch (db::Broken const&) {
            // The server is thrown away in any case.
        }
    }
    Finished(Finished const&) = delete;
    Finished& operator=(Finished const&) = delete;

    void add(std::string name) {
        drop_last();
        last_ = std::move(name);
    }

private:
    void drop_last() {
        if (!last_.empty()) db::run_script(superuser(), "DROP DATABASE IF EXISTS " + last_ + " WITH (FORCE)");
        last_.clear();
    }

    std::string last_;
};

// Emptying a database takes a tenth of the time that dropping it and making another takes. The superuser's
// session that watches it skips triggers and row-level security.
class Migrated {
public:
    explicit Migrated(std::string name) : name_(std::move(name)) {
        auto const url = server_url();
        auto const separator = url.find('?') == std::string::npos ? "?" : "&";
        watching_ = db::Database::open(url + separator + "dbname=" + name_)->connect(db::Mode::write);
        db::run_script(*watching_, "SET session_replication_role = replica; SET lock_timeout = '2s'");
        schema_ = schema();
    }

    std::string const& name() const { return name_; }

    // False where it can't be had as it was made: a test has changed its tables, or holds them still.
    bool emptied() {
        try {
            db::run_script(*watching_, close_others());
            if (schema() != schema_) return false;
            db::run_script(*watching_, empty);
            return true;
        } catch (std::exception const&) {
            return false;
        }
    }

    // What an earlier test's connection of this mode gave up, if there is one.
    std::optional<db::PostgresqlSession> session(db::Mode mode) {
        auto const found = std::ranges::find(sessions_, mode, &Session::mode);
        if (found == sessions_.end()) return std::nullopt;
        auto session = std::move(found->session);
        sessions_.erase(found);
        return session;
    }
    void keep(db::Mode mode, db::PostgresqlSession session) {
        sessions_.push_back({.mode = mode, .session = std::move(session)});
    }

private:
    // The server's own way of waiting for an end looks ten times a second; most sessions end within a few
    // thousandths of one.
    std::string close_others() const {
        auto ours = std::string("pg_backend_pid()");
        for (auto const& kept : sessions_)
            ours += ", " + std::to_string(PQbackendPID(kept.session.handle.get()));
        return R"(
            DO $$
            BEGIN
                FOR attempt IN 1 .. 1000 LOOP
                    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
                      WHERE datname = current_database() AND backend_type = 'client backend'
                        AND pid NOT IN ()" +
               ours + R"();
                    EXIT WHEN NOT FOUND;
                    PERFORM pg_sleep(0.001), pg_stat_clear_snapshot();
                END LOOP;
            END $$)";
    }
    static constexpr auto empty = R"(
        DO $$
        DECLARE
            the_table regclass;
        BEGIN
            FOR the_table IN
                SELECT oid FROM pg_class
                 WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migration'
            LOOP
                EXECUTE format('DELETE FROM %s', the_table);
            END LOOP;
        END $$)";

    // Every object that a test could add, change or drop.
    std::string schema() {
        return watching_->the<std::string>(R"(
            SELECT concat_ws(' ',
                (SELECT concat(count(*), '/', max(xmin::text::bigint)) FROM pg_class WHERE oid >= 16384),
                (SELECT concat(count(*), '/', max(xmin::text::bigint)) FROM pg_attribute WHERE attrelid >= 16384),
                (SELECT concat(count(*), '/', max(xmin::text::bigint)) FROM pg_trigger),
                (SELECT concat(count(*), '/', max(xmin::text::bigint)) FROM pg_proc),
                (SELECT concat(count(*), '/', max(xmin::text::bigint)) FROM pg_policy),
                (SELECT concat(count(*), '/', max(xmin::text::bigint)) FROM pg_constraint),
                (SELECT concat(count(*), '/', sum(number)) FROM migration)))");
    }

    struct Session {
        db::Mode mode;
        db::PostgresqlSession session;
    };

    std::string name_;
    std::unique_ptr<db::Connection> watching_;
    std::string schema_;
    std::vector<Session> sessions_;
};

// The migrated databases of this process, by name: one for each that a test has at the same time.
class Pool {
public:
    std::string take(std::string const& original) {
        std::lock_guard const lock(mutex_);
        while (!idle_.empty()) {
            auto const name = idle_.back();
            idle_.pop_back();
            auto const found = made_.find(name);
            if (found->second.emptied()) return url_of(name);
            made_.erase(found);
            finished_.add(name);
        }
        auto url = new_database_like(original);
        made_.emplace(name_in(url), name_in(url));
        return url;
    }

    void give_back(std::string const& name) {
        std::lock_guard const lock(mutex_);
        made_.contains(name) ? idle_.push_back(name) : finished_.add(name);
    }

    std::optional<db::PostgresqlSession> session(std::string const& name, db::Mode mode) {
        std::lock_guard const lock(mutex_);
        auto const found = made_.find(name);
        return found == made_.end() ? std::nullopt : found->second.session(mode);
    }

    void keep(std::string const& name, db::Mode mode, db::PostgresqlSession session) {
        std::lock_guard const lock(mutex_);
        auto const found = made_.find(name);
        if (found != made_.end()) found->second.keep(mode, std::move(session));
    }

    ~Pool() {
        made_.clear();
        for (auto const& name : idle_) finished_.add(name);
    }

private:
    std::mutex mutex_;  // a test's threads connect too
    std::map<std::string, Migrated> made_;
    std::vector<std::string> idle_;
    Finished finished_;
};
Pool& pool() {
    static Pool pool;
    return pool;
}

class LeavingConnection : public db::PostgresqlConnection {
public:
    LeavingConnection(std::string const& url, db::Mode mode)
        : PostgresqlConnection(url, mode), name_(name_in(url)), mode_(mode) {}
    LeavingConnection(db::PostgresqlSession session, std::string const& url, db::Mode mode)
        : PostgresqlConnection(std::move(session), mode), name_(name_in(url)), mode_(mode) {}

    ~LeavingConnection() override {
        try {
            rollback();
            execute_script("DISCARD TEMP");
            pool().keep(name_, mode_, give_up());
        } catch (std::exception const&) {
            // The test has broken it; the next one makes another.
        }
    }
    LeavingConnection(LeavingConnection const&) = delete;
    LeavingConnection& operator=(LeavingConnection const&) = delete;

private:
    std::string name_;
    db::Mode mode_;
};

class Database : public db::Database {
public:
    explicit Database(std::string url) : url_(std::move(url)) {}

    db::Engine engine() const override { return db::Engine::postgresql; }

    std::unique_ptr<db::Connection> connect(db::Mode mode) override {
        auto left = pool().session(name_in(url_), mode);
        return with_vault(
            left ? std::make_unique<LeavingConnection>(std::move(*left), url_, mode)
                 : std::make_unique<LeavingConnection>(url_, mode)
        );
    }

    db::Writer connect_writer() override {
        return {.connection = connect(db::Mode::write), .sync = [] {}};
    }

private:
    std::string url_;
};

}  // namespace

std::string new_database() {
    static bool const role_made = (OneAtATime{}, make_role(), true);
    return role_made ? new_database_like("template0") : "";
}

std::string new_migrated_database() {
    static auto const migrated = make_template();
    return pool().take(migrated);
}

void drop(std::string const& url) { pool().give_back(name_in(url)); }

std::unique_ptr<db::Database> open(std::string const& url) { return std::make_unique<Database>(url); }

}  // namespace support::postgresql
