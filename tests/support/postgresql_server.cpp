#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "db/migration_text.hpp"
#include "db/migrations.hpp"
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

}  // namespace

std::string new_database() {
    static bool const role_made = (OneAtATime{}, make_role(), true);
    return role_made ? new_database_like("template0") : "";
}

std::string new_migrated_database() {
    static auto const migrated = make_template();
    return new_database_like(migrated);
}

void drop(std::string const& url) {
    static Finished finished;
    finished.add(name_in(url));
}

}  // namespace support::postgresql
