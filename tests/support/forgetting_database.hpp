#pragma once

#include "db/postgresql_connection.hpp"
#include "db/sqlite_connection.hpp"
#include "support/test_database.hpp"

namespace support {

// Answers as if what was changed were saved, and undoes it.
template <class Connection>
class ForgettingConnection : public Connection {
public:
    using Connection::Connection;
    void commit() override { Connection::rollback(); }
};

// A test's database in which nothing stays that is saved here, so that everybody who asks finds the same.
class ForgettingDatabase : public db::Database {
public:
    explicit ForgettingDatabase(TestDatabase& of) : url_(of.url()), engine_(of.database().engine()) {
        opens_with(of.vault());
    }

    db::Engine engine() const override { return engine_; }

    std::unique_ptr<db::Connection> connect(db::Mode mode) override {
        if (engine_ == db::Engine::postgresql)
            return with_vault(std::make_unique<ForgettingConnection<db::PostgresqlConnection>>(url_, mode));
        auto const path = url_.substr(std::string_view("sqlite:").size());
        return with_vault(std::make_unique<ForgettingConnection<db::SqliteConnection>>(path, mode));
    }

    db::Writer connect_writer() override {
        return {.connection = connect(db::Mode::write), .sync = [] {}};
    }

private:
    std::string url_;
    db::Engine engine_;
};

}  // namespace support
