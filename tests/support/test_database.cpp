#include "support/test_database.hpp"

#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "child_keys/vault.hpp"
#include "support/servers.hpp"

namespace support {

db::Engine engine_under_test() {
    auto const* const engine = std::getenv("WITHY_TEST_ENGINE");
    std::string_view const name = engine == nullptr ? "" : engine;
    if (name == "sqlite") return db::Engine::sqlite;
    if (name == "postgresql") return db::Engine::postgresql;
    throw std::runtime_error("WITHY_TEST_ENGINE is neither sqlite nor postgresql. Run the tests with bin/test"
    );
}

namespace {

bool on_sqlite() { return engine_under_test() == db::Engine::sqlite; }

}  // namespace

TestDatabase::TestDatabase(std::string url) : url_(std::move(url)), database_(db::Database::open(url_)) {
    database_->opens_with(std::make_shared<child_keys::Vault>(":memory:", sealed::new_key()));
}

TestDatabase::TestDatabase()
    : TestDatabase(on_sqlite() ? sqlite::new_migrated_database() : postgresql::new_migrated_database()) {}

TestDatabase TestDatabase::empty() {
    return TestDatabase(on_sqlite() ? sqlite::new_database() : postgresql::new_database());
}

TestDatabase::~TestDatabase() {
    if (!database_) return;
    leave(db::Mode::write, std::move(connection_));
    leave(db::Mode::read, std::move(reader_));
    auto const engine = database_->engine();
    database_.reset();
    engine == db::Engine::sqlite ? sqlite::drop(url_) : postgresql::drop(url_);
}

std::unique_ptr<db::Connection> TestDatabase::session(db::Mode mode) {
    auto kept = on_sqlite() ? nullptr : postgresql::kept_session(url_, mode);
    if (!kept) return database_->connect(mode);
    kept->opens_with(database_->vault());
    return kept;
}

void TestDatabase::leave(db::Mode mode, std::unique_ptr<db::Connection> connection) {
    if (!connection || on_sqlite()) return;
    connection->opens_with(nullptr);
    postgresql::keep_session(url_, mode, std::move(connection));
}

db::Connection& TestDatabase::connection() {
    if (!connection_) connection_ = session(db::Mode::write);
    return *connection_;
}

db::Connection& TestDatabase::reader() {
    if (!reader_) reader_ = session(db::Mode::read);
    return *reader_;
}

}  // namespace support
