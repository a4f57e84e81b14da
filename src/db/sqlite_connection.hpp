#pragma once

#include <sqlite3.h>

#include <memory>
#include <unordered_map>

#include "db/connection.hpp"
#include "db/sqlite_statement.hpp"

namespace db {

struct CloseSqlite {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using SqliteHandle = std::unique_ptr<sqlite3, CloseSqlite>;

// Opens the file, which is made where the flags say so. Throws Broken with the path and what to do.
SqliteHandle open_sqlite(std::string const& path, int flags);

class SqliteConnection : public Connection {
public:
    SqliteConnection(std::string const& path, Mode mode);

    Engine engine() const override { return Engine::sqlite; }
    void begin(Mode mode) override;
    void commit() override {
        keep_keys();
        command("COMMIT");
    }
    void rollback() noexcept override;
    void savepoint() override { command("SAVEPOINT inner_part"); }
    void release_savepoint() override { command("RELEASE inner_part"); }
    void rollback_to_savepoint() override { command("ROLLBACK TO inner_part"); }
    void enter(SchoolId school) override { opening_.school = school; }
    // Whether triggers run on this connection.
    void run_triggers(bool run);

protected:
    std::int64_t execute(Sql sql, std::span<Value const> values, OnRow on_row) override;
    void execute_script(std::string const& text) override;

private:
    SqliteStatement& prepared(Sql sql);
    void command(Sql sql);

    Mode mode_;
    SqliteHandle handle_;
    std::unordered_map<char const*, SqliteStatement> statements_;
};

}  // namespace db
