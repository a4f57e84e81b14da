#pragma once

#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <unordered_map>

#include "db/connection.hpp"
#include "db/postgresql_parameters.hpp"
#include "db/postgresql_result.hpp"

namespace db {

// What a connection costs: the server's side of it, and the statements that are prepared there.
struct PostgresqlSession {
    struct Finish {
        void operator()(PGconn* handle) const { PQfinish(handle); }
    };
    std::unique_ptr<PGconn, Finish> handle;
    std::unordered_map<char const*, std::string> statements;
};

// A connection that broke is made anew when the next transaction begins.
class PostgresqlConnection : public Connection {
public:
    PostgresqlConnection(std::string const& url, Mode mode);
    // Goes on with what a connection of the same mode has given up.
    PostgresqlConnection(PostgresqlSession session, Mode mode) : mode_(mode), session_(std::move(session)) {}

    Engine engine() const override { return Engine::postgresql; }
    void begin(Mode mode) override;
    void commit() override;
    void rollback() noexcept override;
    void savepoint() override { command("SAVEPOINT inner_part"); }
    void release_savepoint() override { command("RELEASE SAVEPOINT inner_part"); }
    void rollback_to_savepoint() override;
    void enter(SchoolId school) override { opening_.school = school; }

protected:
    std::int64_t execute(Sql sql, std::span<Value const> values, OnRow on_row) override;
    void execute_script(std::string const& text) override { command(text.c_str()); }

    // The last that a connection does. Nothing is open in the session then.
    PostgresqlSession give_up() {
        rollback();
        return std::move(session_);
    }

private:
    void set_up();
    void reconnect();
    PGconn* handle() const { return session_.handle.get(); }
    bool is_broken() const { return PQstatus(handle()) != CONNECTION_OK; }
    void forget_school();
    void show_entered_school();
    std::string const& prepared(Sql sql);
    PostgresqlResult command(char const* text);

    Mode mode_;
    PostgresqlSession session_;
    PostgresqlParameters parameters_;
    // The school that the server knows of.
    std::optional<SchoolId> shown_;
};

}  // namespace db
