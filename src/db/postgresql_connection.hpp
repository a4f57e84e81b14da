#pragma once

#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <unordered_map>

#include "db/connection.hpp"
#include "db/postgresql_parameters.hpp"
#include "db/postgresql_result.hpp"

namespace db {

// A connection that broke is made anew when the next transaction begins.
class PostgresqlConnection : public Connection {
public:
    PostgresqlConnection(std::string const& url, Mode mode);

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

private:
    void set_up();
    void reconnect();
    bool is_broken() const { return PQstatus(handle_.get()) != CONNECTION_OK; }
    void forget_school();
    void show_entered_school();
    std::string const& prepared(Sql sql);
    PostgresqlResult command(char const* text);

    struct Finish {
        void operator()(PGconn* handle) const { PQfinish(handle); }
    };
    Mode mode_;
    std::unique_ptr<PGconn, Finish> handle_;
    std::unordered_map<char const*, std::string> statements_;
    PostgresqlParameters parameters_;
    // The school that the server knows of.
    std::optional<SchoolId> shown_;
};

}  // namespace db
