#include "app/start.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

#include "app/providers.hpp"
#include "app/sealing_key.hpp"
#include "base/instant.hpp"
#include "base/secret.hpp"
#include "data_requests/store.hpp"
#include "db/migrations.hpp"
#include "db/patiently.hpp"
#include "db/row_level_security.hpp"

namespace app {
namespace {

void make_folder(std::filesystem::path const& folder) {
    std::error_code fault;
    std::filesystem::create_directories(folder, fault);
    if (fault)
        throw db::Broken(
            "The folder " + folder.string() + " can't be made: " + fault.message() +
            ". Make it, owned by the user whom Withy runs as, or name another with --data"
        );
}

std::string backup_path(Configuration const& configuration) {
    std::filesystem::path const folder = configuration.folder_of_backups();
    make_folder(folder);
    return (folder / fmt::format("before-migration-{}.db", clock_reading().milliseconds)).string();
}

// Empty of PostgreSQL.
std::optional<std::string> sqlite_file(Configuration const& configuration) {
    constexpr std::string_view sqlite = "sqlite:";
    auto const url = configuration.database_url();
    if (!url.starts_with(sqlite)) return std::nullopt;
    return url.substr(sqlite.size());
}

// Otherwise a slip in the folder's name would make a Withy of its own there.
void expect_a_file(Configuration const& configuration) {
    auto const path = sqlite_file(configuration);
    if (!path) return;
    std::error_code fault;  // what may not be looked at is told when it is opened
    if (!std::filesystem::exists(*path, fault) && !fault)
        throw db::Broken(
            "There is no Withy here: no file " + *path + ". Name the folder that holds it with --data"
        );
}

void prepare(Configuration const& configuration) {
    umask(S_IRWXG | S_IRWXO);
    // Otherwise the limit of a file's size ends the process before SQLite can say that it was met.
    std::signal(SIGXFSZ, SIG_IGN);
    if (configuration.database.empty()) make_folder(configuration.data);
}

// A file beside the database: SQLite has locks of its own on the other, and loses them where it is opened and
// closed here. Whoever names the database by a link finds the same one.
std::string held_by_its_server(std::string const& database) {
    std::error_code fault;
    auto const file = std::filesystem::weakly_canonical(database, fault);
    return (fault ? database : file.string()) + ".in-use";
}

std::string cause() { return std::system_category().message(errno); }

void expect_up_to_date(db::Database& database) {
    if (!db::missing_migrations(database).empty())
        throw db::Broken(
            "This database is of an earlier version of Withy. Stop every server of it and run: withy migrate"
        );
}

std::int64_t schools(db::Connection& db) {
    return db.the<std::int64_t>("SELECT count(*) FROM school WHERE kind = 'school'");
}

}  // namespace

std::unique_ptr<db::Database> open(Configuration const& configuration) {
    prepare(configuration);
    return db::Database::open(configuration.database_url());
}

OnlyServer::OnlyServer(Configuration const& configuration) {
    prepare(configuration);
    auto const database = sqlite_file(configuration);
    if (!database) return;
    auto const path = held_by_its_server(*database);
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file_ < 0) throw db::Broken(path + " can't be opened: " + cause());
    if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
    bool const another_serves = errno == EWOULDBLOCK;
    auto const why = cause();
    ::close(file_);
    if (!another_serves) throw db::Broken(path + " can't be locked: " + why);
    throw db::Broken(
        "Another Withy serves " + *database +
        " already, and one alone may. Stop it first, such as by: systemctl stop withy. To serve other data "
        "beside it, name another folder with --data"
    );
}

OnlyServer::~OnlyServer() {
    if (file_ >= 0) ::close(file_);
}

std::unique_ptr<db::Database> open_up_to_date(Configuration const& configuration, Tell const& tell) {
    auto database = open(configuration);
    if (database->engine() == db::Engine::postgresql) expect_up_to_date(*database);
    bring_up_to_date(configuration, *database, tell);
    return database;
}

std::unique_ptr<db::Database> open_in_use(Configuration const& configuration) {
    auto database = open_as_it_is(configuration);
    expect_up_to_date(*database);
    if (schools(*database->connect(db::Mode::read)) == 0)
        throw db::Broken("There is no school in this Withy yet. Check --data or --database");
    return database;
}

std::unique_ptr<db::Database> open_as_it_is(Configuration const& configuration) {
    expect_a_file(configuration);
    return open(configuration);
}

BroughtUpToDate bring_up_to_date(
    Configuration const& configuration, db::Database& database, Tell const& tell
) {
    BroughtUpToDate done{.migrations = db::missing_migrations(database), .backup = {}};
    if (done.migrations.empty()) return done;
    bool const is_new = done.migrations.size() == db::migrations().size();
    auto const say = [&](std::string const& words) {
        if (tell && !is_new) tell(words);
    };
    if (!is_new && database.engine() == db::Engine::sqlite) {
        done.backup = backup_path(configuration);
        say("Copying the database to " + done.backup + " first");
        db::back_up_sqlite(database, done.backup);
    }
    db::migrate(database, db::migrations(), [&](std::string_view name) {
        say("Migrating " + std::string(name));
    });
    return done;
}

void seal_what_migrations_left(db::Database& database) {
    auto const connection = database.connect(db::Mode::write);
    for (auto const school : connection->all<SchoolId>("SELECT id FROM school ORDER BY id"))
        db::patiently([&] {
            db::Transaction transaction(*connection, db::Mode::write);
            connection->enter(school);
            data_requests::store::seal_line_keys(*connection, school);
            transaction.commit();
        });
}

std::string warning_of_role(db::Database& database) {
    auto const connection = database.connect(db::Mode::read);
    db::Transaction const transaction(*connection, db::Mode::read);
    if (!db::passes_school_protection(*connection)) return {};
    return "WARNING: Withy's role in PostgreSQL is a superuser or has BYPASSRLS, so the database does not "
           "hold "
           "the schools apart. Make a role without either, let it own the database, and name it in "
           "--database";
}

Settings settings_for(Configuration const& configuration, db::Database& database) {
    auto const key = sealing_key(configuration, database);
    auto const connection = database.connect(db::Mode::read);
    db::Transaction transaction(*connection, db::Mode::read);
    auto const made_as =
        connection->one<std::string>("SELECT value FROM installation WHERE name = 'made_as'");
    return {
        .secure_cookies = configuration.secure(),
        .demonstration = made_as == "demonstration",
        .public_address = configuration.address_for_links(),
        .trusted_proxies = networks_in(configuration.trusted_proxies).value_or(Networks{}),
        .sends_mail = !configuration.mail_server.empty(),
        .sealing_key = key,
        .providers = providers_of(configuration),
        .setup = configuration.setup(),
    };
}

std::optional<std::string> setup_code(db::Database& database) {
    auto const connection = database.connect(db::Mode::write);
    db::Transaction transaction(*connection, db::Mode::write);
    if (schools(*connection) > 0) return std::nullopt;
    auto const code = secret::new_token().substr(0, 12);
    constexpr db::Sql keep = R"(
        INSERT INTO installation (name, value) VALUES ('set_up_code', $1)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value)";
    connection->run(keep, secret::hash_of_token(code));
    transaction.commit();
    return code;
}

}  // namespace app
