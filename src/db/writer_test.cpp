#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "db/database.hpp"
#include "support/test_database.hpp"

namespace db {
namespace {

class AWriter : public testing::Test {
protected:
    AWriter() { std::filesystem::create_directory(folder); }
    ~AWriter() override { std::filesystem::remove_all(folder); }

    std::filesystem::path const folder =
        std::filesystem::temp_directory_path() / ("withy-writer-" + std::to_string(getpid()));
};

TEST_F(AWriter, leaves_it_to_the_sync_that_a_commit_lasts) {
    if (support::engine_under_test() != Engine::sqlite) return;  // a commit of PostgreSQL lasts by itself
    auto const database = Database::open("sqlite:" + (folder / "withy.db").string());
    auto const writer = database->connect_writer();
    EXPECT_EQ(writer.connection->the<std::int64_t>("PRAGMA synchronous"), 1);  // NORMAL
    writer.connection->run("CREATE TABLE evaluation (noticed TEXT)");
    EXPECT_NO_THROW(writer.sync());  // tests/faults/failing_disk_test.py has a disk that fails
}

TEST_F(AWriter, makes_every_commit_last_itself_on_any_other_connection) {
    if (support::engine_under_test() != Engine::sqlite) return;
    auto const database = Database::open("sqlite:" + (folder / "withy.db").string());
    auto const connection = database->connect(Mode::write);
    EXPECT_EQ(connection->the<std::int64_t>("PRAGMA synchronous"), 2);  // FULL
}

}  // namespace
}  // namespace db
