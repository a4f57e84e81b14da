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

TEST(Checkpoints, move_the_log_into_the_file_while_the_writer_stays_open) {
    if (support::engine_under_test() != Engine::sqlite)
        return;  // PostgreSQL has a process of its own for this
    auto const folder =
        std::filesystem::temp_directory_path() / ("withy-checkpoints-" + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    {
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
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace db
