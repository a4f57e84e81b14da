#include "app/child_keys_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "support/test_database.hpp"

namespace app {
namespace {

namespace files = std::filesystem;

class ChildKeysFile : public testing::Test {
protected:
    ChildKeysFile() { configuration.data = folder; }
    ~ChildKeysFile() override { files::remove_all(folder); }

    void open() { open_child_keys(configuration, database.database()); }
    std::string refusal() {
        try {
            open();
        } catch (db::Broken const& broken) {
            return broken.what();
        }
        return {};
    }
    std::string sealed() {
        auto text = database.vault()->seal(sam, "Alone at playtimes");
        database.vault()->keep();
        return text;
    }

    db::Owner const sam{.school = {1}, .whom = "sam", .record = "nurture"};
    std::string folder = testing::TempDir() + "withy_child_keys_" + std::to_string(getpid());
    files::path file = files::path(folder) / "child-keys.db";
    Configuration configuration;
    support::TestDatabase database;
};

TEST_F(ChildKeysFile, is_made_in_the_data_folder_and_opens_the_same_words_after_a_restart) {
    open();
    EXPECT_TRUE(files::exists(file));
    auto const text = sealed();
    open();
    EXPECT_EQ(database.vault()->open(text, SchoolId{1}), "Alone at playtimes");
}

TEST_F(ChildKeysFile, stands_wherever_it_is_named) {
    configuration.child_keys_file = folder + "/keys/of-children.db";
    open();
    EXPECT_TRUE(files::exists(configuration.child_keys_file));
    EXPECT_FALSE(files::exists(file));
}

// Otherwise a lost file would read as if everybody's record had been erased.
TEST_F(ChildKeysFile, is_never_made_anew_where_one_was_known) {
    open();
    files::rename(file, folder + "/elsewhere.db");
    EXPECT_NE(refusal().find("are missing. Put them back from their copy"), std::string::npos);
    EXPECT_FALSE(files::exists(file));
}

TEST_F(ChildKeysFile, may_be_a_copy_and_is_refused_where_it_is_another) {
    open();
    auto const text = sealed();
    database.database().opens_with(nullptr);
    files::copy_file(file, folder + "/copy.db");
    configuration.child_keys_file = folder + "/copy.db";
    EXPECT_EQ(refusal(), "");
    EXPECT_EQ(database.vault()->open(text, SchoolId{1}), "Alone at playtimes");

    support::TestDatabase other;
    configuration.child_keys_file = folder + "/other.db";
    configuration.sealing_key_file = folder + "/other.key";
    open_child_keys(configuration, other.database());
    configuration.sealing_key_file.clear();
    EXPECT_NE(refusal().find("does not hold the children's keys of this Withy"), std::string::npos);
}

}  // namespace
}  // namespace app
