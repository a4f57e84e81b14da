#include "app/sealing_key.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "db/connection.hpp"
#include "support/test_database.hpp"

namespace app {
namespace {

namespace files = std::filesystem;

class SealingKey : public testing::Test {
protected:
    SealingKey() { configuration.data = folder; }
    ~SealingKey() override { files::remove_all(folder); }

    sealed::Key key() { return sealing_key(configuration, database.database()); }
    std::string refusal() {
        try {
            (void)key();
        } catch (db::Broken const& broken) {
            return broken.what();
        }
        return {};
    }

    std::string folder = testing::TempDir() + "withy_key_" + std::to_string(getpid());
    files::path file = files::path(folder) / "sealing.key";
    Configuration configuration;
    support::TestDatabase database;
};

TEST_F(SealingKey, is_made_once_for_its_own_user_alone_and_stays) {
    auto const first = key();
    EXPECT_EQ(key(), first);
    EXPECT_EQ(files::status(file).permissions(), files::perms::owner_read | files::perms::owner_write);
}

TEST_F(SealingKey, does_not_lie_in_the_database) {
    auto const first = key();
    auto const text = sealed::text_of(first);
    auto const connection = database.database().connect(db::Mode::read);
    db::Transaction const transaction(*connection, db::Mode::read);
    for (auto const& value : connection->all<std::string>("SELECT value FROM installation"))
        EXPECT_EQ(value.find(text), std::string::npos);
}

TEST_F(SealingKey, is_never_made_anew_where_one_was_known) {
    (void)key();
    files::remove(file);
    EXPECT_NE(refusal().find("can't be read. Put it back from its backup"), std::string::npos);
    EXPECT_FALSE(files::exists(file));
}

TEST_F(SealingKey, is_refused_where_it_is_another_or_none) {
    (void)key();
    for (auto const& text : {sealed::text_of(sealed::new_key()), std::string("willow"), std::string()}) {
        std::ofstream(file) << text;
        EXPECT_NE(refusal().find("is not the sealing key of this Withy"), std::string::npos) << text;
    }
}

TEST_F(SealingKey, is_refused_where_others_may_read_it) {
    (void)key();
    files::permissions(file, files::perms::group_read, files::perm_options::add);
    EXPECT_EQ(refusal(), "Others may read the sealing key. Run: chmod 600 " + file.string());
}

TEST_F(SealingKey, may_stand_elsewhere) {
    configuration.sealing_key_file = folder + "/keys/withy.key";
    (void)key();
    EXPECT_TRUE(files::exists(configuration.sealing_key_file));
    EXPECT_FALSE(files::exists(file));
}

}  // namespace
}  // namespace app
