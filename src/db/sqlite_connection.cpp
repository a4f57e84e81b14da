#include "db/sqlite_connection.hpp"

#include "db/sqlite_errors.hpp"

namespace db {
namespace {

// Another process that writes, such as a command, is waited for this long before Busy is thrown.
constexpr int busy_milliseconds = 200;

// Those that read keep 64 MB of the file each and map none of it: a mapping is taken down and made anew
// whenever another connection has committed. Those that write keep 32 MB and map 16. LIKE tells capital
// letters apart, as on PostgreSQL. Recursive triggers make a row that INSERT OR REPLACE pushes out meet the
// triggers that keep it from being deleted.
constexpr auto settings = R"(
    PRAGMA foreign_keys = ON;
    PRAGMA recursive_triggers = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA case_sensitive_like = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -32768;)";

// The log may grow to 256 MB before a writer moves what is left of it into the file itself, and begins it
// anew; a server's db::Checkpoints come first, so that less is left. Saves wait meanwhile, fewer than one in
// a hundred (ADR 7). Where a reader stayed and it grew further, it is cut to as much.
// What is changed or deleted is written over with zeros, so that no page of the file holds it any longer
// (V4).
constexpr auto settings_for_writing = R"(
    PRAGMA journal_mode = WAL;
    PRAGMA secure_delete = ON;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 65536;
    PRAGMA journal_size_limit = 268435456;
    PRAGMA mmap_size = 16777216;)";

constexpr auto settings_for_reading = R"(
    PRAGMA query_only = ON;
    PRAGMA cache_size = -65536;)";

// Leaves the statement rewound, so that it holds no lock, however the run ends.
class Rewinding {
public:
    explicit Rewinding(SqliteStatement& statement) : statement_(statement) {}
    ~Rewinding() { statement_.rewind(); }
    Rewinding(Rewinding const&) = delete;
    Rewinding& operator=(Rewinding const&) = delete;

private:
    SqliteStatement& statement_;
};

}  // namespace

SqliteHandle open_sqlite(std::string const& path, int flags) {
    // SQLite's count of its memory locks all threads at every allocation, a tenth of a page's time.
    [[maybe_unused]] static auto const uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3* opened = nullptr;
    auto const code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
    SqliteHandle handle(opened);
    if (code != SQLITE_OK)
        throw Broken(
            "the database " + path + " can't be opened: " + sqlite3_errstr(code) +
            ". Check that its folder exists and that this user may write there"
        );
    return handle;
}

SqliteConnection::SqliteConnection(std::string const& path, Mode mode) : mode_(mode) {
    auto flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (mode == Mode::write) flags |= SQLITE_OPEN_CREATE;
    handle_ = open_sqlite(path, flags);
    sqlite3_busy_timeout(handle_.get(), busy_milliseconds);
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    execute_script(settings);
    execute_script(mode == Mode::write ? settings_for_writing : settings_for_reading);
}

void SqliteConnection::begin(Mode mode) {
    opening_.school.reset();
    if (mode == Mode::read) return command("BEGIN");
    if (mode_ == Mode::read) throw Broken("a connection for reading can't write");
    command("BEGIN IMMEDIATE");
}

void SqliteConnection::rollback() noexcept {
    // Some errors, such as a full disk, have ended the transaction already.
    if (sqlite3_get_autocommit(handle_.get()) == 0)
        sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

std::int64_t SqliteConnection::execute(Sql sql, std::span<Value const> values, OnRow on_row) {
    ++statements_run_;
    auto& statement = prepared(sql);
    Rewinding const rewinding(statement);
    statement.bind(values);
    while (statement.step()) on_row(statement);
    return statement.only_reads() ? 0 : sqlite3_changes64(handle_.get());
}

void SqliteConnection::execute_script(std::string const& text) {
    check_sqlite(handle_.get(), sqlite3_exec(handle_.get(), text.c_str(), nullptr, nullptr, nullptr), text);
}

void SqliteConnection::run_triggers(bool run) {
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_ENABLE_TRIGGER, run ? 1 : 0, nullptr);
}

SqliteStatement& SqliteConnection::prepared(Sql sql) {
    auto const found = statements_.find(sql.key());
    if (found != statements_.end()) return found->second;
    return statements_.emplace(sql.key(), SqliteStatement(handle_.get(), sql.text(), opening_)).first->second;
}

void SqliteConnection::command(Sql sql) {
    auto& statement = prepared(sql);
    Rewinding const rewinding(statement);
    statement.step();
}

}  // namespace db
