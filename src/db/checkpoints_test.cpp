#include "db/checkpoints.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "db/database.hpp"
#include "support/test_database.hpp"

namespace db {
namespace {

using namespace std::chrono_literals;

constexpr auto words = "Asked to join a game, waited for the answer and took the no well.";

bool stands_in(std::filesystem::path const& file) {
    std::stringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str().find(words) != std::string::npos;
}

class Checkpointed : public testing::Test {
protected:
    Checkpointed() { std::filesystem::create_directory(folder); }
    ~Checkpointed() override { std::filesystem::remove_all(folder); }

    std::filesystem::path const folder =
        std::filesystem::temp_directory_path() / ("withy-checkpoints-" + std::to_string(getpid()));
};

TEST_F(Checkpointed, log_is_moved_into_the_file_while_the_writer_stays_open) {
    if (support::engine_under_test() != Engine::sqlite)
        return;  // PostgreSQL has a process of its own for this
    auto const database = Database::open("sqlite:" + (folder / "withy.db").string());
    auto const writer = database->connect(Mode::write);
    writer->run("CREATE TABLE evaluation (noticed TEXT)");
    writer->run("INSERT INTO evaluation (noticed) VALUES ($1)", std::string(words));
    ASSERT_FALSE(stands_in(folder / "withy.db"));

    Checkpoints const checkpoints(database->connect(Mode::write));
    for (int tries = 0; tries < 200 && !stands_in(folder / "withy.db"); ++tries)
        std::this_thread::sleep_for(50ms);
    EXPECT_TRUE(stands_in(folder / "withy.db"));
}

// V4: what was erased is in the log's file no longer than what is moved out of it.
TEST_F(Checkpointed, log_is_emptied_after_as_many_rounds_as_it_is_told) {
    if (support::engine_under_test() != Engine::sqlite) return;
    auto const database = Database::open("sqlite:" + (folder / "withy.db").string());
    auto const writer = database->connect(Mode::write);
    writer->run("CREATE TABLE evaluation (noticed TEXT)");
    writer->run("INSERT INTO evaluation (noticed) VALUES ($1)", std::string(words));
    ASSERT_TRUE(stands_in(folder / "withy.db-wal"));
    writer->run("DELETE FROM evaluation");

    Checkpoints const checkpoints(database->connect(Mode::write), 2);
    auto const is_anywhere = [&] {
        return stands_in(folder / "withy.db-wal") || stands_in(folder / "withy.db");
    };
    for (int tries = 0; tries < 200 && is_anywhere(); ++tries) std::this_thread::sleep_for(50ms);
    EXPECT_FALSE(is_anywhere());
}

TEST_F(Checkpointed, log_that_grew_while_a_reader_stayed_is_cut_once_the_reader_left) {
    if (support::engine_under_test() != Engine::sqlite) return;
    auto const database = Database::open("sqlite:" + (folder / "withy.db").string());
    auto const size_of_log = [&] { return std::filesystem::file_size(folder / "withy.db-wal"); };
    constexpr std::uintmax_t limit = 256 << 20;
    auto const writer = database->connect(Mode::write);
    writer->run("CREATE TABLE letter_sheet (pdf BLOB)");
    auto const reader = database->connect(Mode::read);
    {
        Transaction const stays(*reader, Mode::read);
        reader->the<std::int64_t>("SELECT count(*) FROM letter_sheet");
        writer->run("INSERT INTO letter_sheet (pdf) VALUES (zeroblob(300000000))");
        writer->run("PRAGMA wal_checkpoint(PASSIVE)");
        writer->run("INSERT INTO letter_sheet (pdf) VALUES (zeroblob(1))");
        ASSERT_GT(size_of_log(), limit);
    }
    writer->run("PRAGMA wal_checkpoint(PASSIVE)");
    writer->run("INSERT INTO letter_sheet (pdf) VALUES (zeroblob(1))");
    EXPECT_LE(size_of_log(), limit);
}

}  // namespace
}  // namespace db
