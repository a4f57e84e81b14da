#include "app/key_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "app/head_key.hpp"
#include "app/sealing_key.hpp"
#include "support/test_database.hpp"

namespace app {
namespace {

namespace paths = std::filesystem;

class KeyFiles : public testing::Test {
protected:
    ~KeyFiles() override { paths::remove_all(folder); }

    std::string refusal() {
        try {
            (void)words_in(file);
        } catch (db::Broken const& broken) {
            return broken.what();
        }
        return {};
    }
    std::ptrdiff_t files_in_the_folder() {
        return std::distance(paths::directory_iterator(folder), paths::directory_iterator());
    }

    std::string folder = testing::TempDir() + "withy_key_file_" + std::to_string(getpid());
    KeyFile file{folder + "/keys/one.key", "the key"};
};

TEST_F(KeyFiles, are_made_whole_with_their_folder_for_their_own_user_and_read_again) {
    EXPECT_FALSE(exists(file));
    make(file, "willow");
    EXPECT_EQ(words_in(file), "willow");
    EXPECT_EQ(paths::status(file.path).permissions(), paths::perms::owner_read | paths::perms::owner_write);
    folder += "/keys";
    EXPECT_EQ(files_in_the_folder(), 1) << "nothing unfinished lies beside it";
}

TEST_F(KeyFiles, stay_as_who_came_first_made_them) {
    make(file, "willow");
    make(file, "hazel");
    EXPECT_EQ(words_in(file), "willow");
}

TEST_F(KeyFiles, are_never_read_half_made) {
    std::atomic<bool> made = false;
    std::thread maker([&] {
        make(file, std::string(200, 'w'));
        made = true;
    });
    while (!made) {
        if (!exists(file)) continue;
        EXPECT_EQ(words_in(file).size(), 200U);
    }
    maker.join();
    EXPECT_EQ(words_in(file).size(), 200U);
}

TEST_F(KeyFiles, say_why_they_can_not_be_made_or_read) {
    paths::create_directories(folder);
    std::ofstream(folder + "/keys") << "a file where the folder should be";
    EXPECT_THROW(make(file, "willow"), db::Broken);
    EXPECT_EQ(files_in_the_folder(), 1);
    EXPECT_NE(refusal().find("can't be read"), std::string::npos) << refusal();
}

TEST_F(KeyFiles, are_not_read_where_others_may) {
    make(file, "willow");
    paths::permissions(file.path, paths::perms::others_read, paths::perm_options::add);
    EXPECT_EQ(refusal(), "Others may read the key. Run: chmod 600 " + file.path);
}

TEST_F(KeyFiles, are_the_same_way_for_the_sealing_key_and_for_the_key_that_signs_the_logs) {
    support::TestDatabase database;
    Configuration configuration;
    configuration.data = folder;
    (void)sealing_key(configuration, database.database());
    (void)head_key(configuration);
    for (auto const& path : {configuration.sealing_key_path(), head_key_file(configuration)}) {
        EXPECT_EQ(paths::status(path).permissions(), paths::perms::owner_read | paths::perms::owner_write)
            << path;
        paths::permissions(path, paths::perms::group_read, paths::perm_options::add);
    }
    EXPECT_THROW((void)sealing_key(configuration, database.database()), db::Broken);
    EXPECT_THROW((void)head_key(configuration), db::Broken);
}

}  // namespace
}  // namespace app
