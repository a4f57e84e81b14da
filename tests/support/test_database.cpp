#include "support/test_database.hpp"

#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "child_keys/vault.hpp"
#include "db/patiently.hpp"
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

TestDatabase::TestDatabase(std::string url)
    : url_(std::move(url)), database_(on_sqlite() ? db::Database::open(url_) : postgresql::open(url_)) {
    database_->opens_with(std::make_shared<child_keys::Vault>(":memory:", sealed::new_key()));
}

TestDatabase::TestDatabase()
    : TestDatabase(on_sqlite() ? sqlite::new_migrated_database() : postgresql::new_migrated_database()) {}

TestDatabase TestDatabase::empty() {
    return TestDatabase(on_sqlite() ? sqlite::new_database() : postgresql::new_database());
}

TestDatabase::~TestDatabase() {
    if (!database_) return;
    connection_.reset();
    reader_.reset();
    database_.reset();
    on_sqlite() ? sqlite::drop(url_) : postgresql::drop(url_);
}

db::Connection& TestDatabase::connection() {
    if (!connection_) connection_ = connect(db::Mode::write);
    return *connection_;
}

void TestDatabase::change(std::function<void(db::Connection&)> const& by) {
    db::patiently([&] {
        db::Transaction transaction(connection(), db::Mode::write);
        by(connection());
        transaction.commit();
    });
}

db::Connection& TestDatabase::reader() {
    if (!reader_) reader_ = connect(db::Mode::read);
    return *reader_;
}

}  // namespace support
