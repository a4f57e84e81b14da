#pragma once

#include <functional>
#include <memory>
#include <string>

#include "db/database.hpp"

namespace support {

// The engine that this run tests, from the environment. Throws with what to do where the environment lacks
// it.
db::Engine engine_under_test();

// A database of its own for one test, on the engine that this run tests; gone when the test ends.
class TestDatabase {
public:
    // Migrated to the newest schema.
    TestDatabase();
    // Without any table.
    static TestDatabase empty();
    ~TestDatabase();
    TestDatabase(TestDatabase&&) noexcept = default;
    TestDatabase& operator=(TestDatabase&&) = delete;

    std::string const& url() const { return url_; }
    db::Database& database() { return *database_; }
    // The children's keys, which end with the test.
    std::shared_ptr<db::Vault> const& vault() const { return database_->vault(); }
    std::unique_ptr<db::Connection> connect(db::Mode mode) { return database_->connect(mode); }

    // A connection for writing that stays open until the test ends.
    db::Connection& connection();
    // One for reading, likewise.
    db::Connection& reader();

    // Changes what it holds, within a transaction of that connection; again where an application writes just
    // then, as it does once a page has left.
    void change(std::function<void(db::Connection&)> const& by);

private:
    explicit TestDatabase(std::string url);

    std::string url_;
    std::unique_ptr<db::Database> database_;
    std::unique_ptr<db::Connection> connection_;
    std::unique_ptr<db::Connection> reader_;
};

}  // namespace support
