// What a command says of the folder that it is given.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/commands.hpp"
#include "db/migrations.hpp"

namespace {

namespace files = std::filesystem;

class DataFolder : public testing::Test {
protected:
    DataFolder() {
        files::create_directories(parent);
        std::ofstream(a_file) << "no folder";
    }
    ~DataFolder() override { files::remove_all(parent); }

    // What it says, and its exit code.
    std::pair<std::string, int> told(std::vector<std::string> const& arguments, std::string const& data) {
        std::vector<char const*> words{"withy"};
        for (auto const& argument : arguments) words.push_back(argument.c_str());
        words.insert(words.end(), {"--data", data.c_str()});
        std::ostringstream out, err;
        auto const code = cli::run(static_cast<int>(words.size()), words.data(), {out, err});
        return {out.str() + err.str(), code};
    }

    // A database that lacks the last of them.
    std::span<db::Migration const> of_an_earlier_version(std::size_t lacking) const {
        auto const all = db::migrations();
        files::create_directories(nowhere);
        auto const database = db::Database::open("sqlite:" + nowhere + "/withy.db");
        db::migrate(*database, all.first(all.size() - lacking));
        return all;
    }

    std::string const parent = testing::TempDir() + "withy_data_" + std::to_string(getpid());
    std::string const nowhere = parent + "/typo";
    std::string const a_file = parent + "/file";

    std::vector<std::string> const verify{"audit", "verify"};
    std::vector<std::string> const import{
        "import", "pupils", "tests/samples/pupils/export.csv", "--school", "1"};
};

TEST_F(DataFolder, that_is_not_there_is_said_and_not_made_by_what_only_looks_or_adds) {
    for (auto const& command : {verify, import}) {
        auto const [words, code] = told(command, nowhere);
        EXPECT_EQ(code, 1);
        EXPECT_EQ(
            words,
            "withy: There is no Withy here: no file " + nowhere +
                "/withy.db. Name the folder that holds it with --data\n"
        );
        EXPECT_FALSE(files::exists(nowhere));
    }
}

TEST_F(DataFolder, without_a_school_has_no_log_to_look_into_and_nobody_to_import_for) {
    EXPECT_EQ(told({"migrate"}, nowhere).second, 0);
    for (auto const& command : {verify, import}) {
        auto const [words, code] = told(command, nowhere);
        EXPECT_EQ(code, 1);
        EXPECT_EQ(words, "withy: There is no school in this Withy yet. Check --data or --database\n");
    }
}

TEST_F(DataFolder, of_an_earlier_version_is_brought_up_to_date_with_a_word_before_each_step) {
    auto const all = of_an_earlier_version(2);
    auto const words = told({"migrate"}, nowhere).first;
    std::string steps = " first\n";
    for (auto const& migration : all.last(2)) steps += "Migrating " + std::string(migration.name) + '\n';
    EXPECT_TRUE(words.starts_with("Copying the database to " + nowhere + "/backups/before-migration-"))
        << words;
    EXPECT_NE(words.find(steps), words.npos) << words;
    EXPECT_TRUE(words.ends_with("2 migrations done. The database is up to date.\n")) << words;
}

// A server may run on it, whose tables would change beneath it.
TEST_F(DataFolder, of_an_earlier_version_is_left_as_it_is_by_whatever_only_looks_or_adds) {
    of_an_earlier_version(2);
    for (auto const& command :
         {verify,
          std::vector<std::string>{"audit", "heads"},
          {"audit", "prove", "1"},
          {"seal"},
          {"seal", "--new-key", parent + "/next.key"},
          import}) {
        auto const [words, code] = told(command, nowhere);
        EXPECT_EQ(code, 1) << command.back();
        EXPECT_EQ(
            words,
            "withy: This database is of an earlier version of Withy. Stop every server of it and run: withy "
            "migrate\n"
        ) << command.back();
    }
    auto const database = db::Database::open("sqlite:" + nowhere + "/withy.db");
    EXPECT_EQ(db::missing_migrations(*database).size(), 2U);
    EXPECT_FALSE(files::exists(nowhere + "/backups"));
    EXPECT_FALSE(files::exists(nowhere + "/child-keys.db"));
}

// A folder that a file stands in the way of can be made by nobody, whatever rights the tests have.
TEST_F(DataFolder, that_cannot_be_made_is_said_with_what_to_do) {
    auto const [words, code] = told({"migrate"}, a_file + "/data");
    EXPECT_EQ(code, 1);
    EXPECT_EQ(
        words,
        "withy: The folder " + a_file +
            "/data can't be made: Not a directory. Make it, owned by the user whom Withy runs as, or name "
            "another with --data\n"
    );
}

TEST_F(DataFolder, is_not_made_where_the_place_to_listen_is_none) {
    for (auto const* listen : {"8080", "localhost:8080", "999.1.1.1:1", "[::1:1"})
        for (auto const* command : {"serve", "demo"}) {
            auto const [words, code] = told({command, "--listen", listen}, nowhere);
            EXPECT_EQ(code, 2) << listen;
            EXPECT_EQ(words, "withy: --listen takes an address and a port, such as 127.0.0.1:8080\n");
            EXPECT_FALSE(files::exists(nowhere)) << listen;
        }
}

}  // namespace
