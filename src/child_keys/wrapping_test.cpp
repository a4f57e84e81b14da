#include "child_keys/wrapping.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "child_keys/store.hpp"
#include "child_keys/vault.hpp"

namespace child_keys {
namespace {

namespace paths = std::filesystem;

class WrappedAnew : public testing::Test {
protected:
    WrappedAnew() {
        paths::create_directories(folder);
        Vault vault(file, now);
        of_sam = vault.seal(sam, "Alone at playtimes");
        of_another_school = vault.seal(tom, "With two others");
        vault.keep();
    }
    ~WrappedAnew() override { paths::remove_all(folder); }

    bool open_with(sealed::Key const& key) {
        Vault vault(file, key);
        return vault.open(of_sam, sam.school) == "Alone at playtimes" &&
               vault.open(of_another_school, tom.school) == "With two others";
    }
    std::vector<std::string> wrappings() {
        auto const database = db::Database::open("sqlite:" + file);
        std::vector<std::string> all;
        for (auto& row : store::all(*database->connect(db::Mode::read)))
            all.push_back(std::move(row.wrapped));
        return all;
    }
    std::string bytes() {
        std::string all;
        for (auto const& entry : paths::directory_iterator(folder)) {
            std::ifstream input(entry.path(), std::ios::binary);
            all.append(std::istreambuf_iterator<char>(input), {});
        }
        return all;
    }

    db::Owner const sam{.school = {1}, .whom = "sam", .record = std::string(nurture_record)};
    db::Owner const tom{.school = {2}, .whom = "tom", .record = "roll"};
    std::string folder = testing::TempDir() + "withy_wrapping_" + std::to_string(getpid());
    std::string file = folder + "/child-keys.db";
    sealed::Key now = sealed::new_key();
    sealed::Key next = sealed::new_key();
    std::string of_sam;
    std::string of_another_school;
};

TEST_F(WrappedAnew, open_with_the_next_key_and_with_the_one_of_before_no_more) {
    EXPECT_EQ(wrap_with_both(file, now, next), 2);
    EXPECT_TRUE(keep_wrappings_of(file, next));
    EXPECT_TRUE(open_with(next));
    EXPECT_FALSE(open_with(now));
    EXPECT_FALSE(keep_wrappings_of(file, now));
}

TEST_F(WrappedAnew, open_with_the_key_of_before_where_the_change_was_broken_off) {
    wrap_with_both(file, now, next);
    EXPECT_TRUE(open_with(now)) << "nothing that stood was touched";
    EXPECT_TRUE(keep_wrappings_of(file, now));
    EXPECT_TRUE(open_with(now));
    EXPECT_FALSE(keep_wrappings_of(file, next)) << "what was prepared is gone";
    EXPECT_TRUE(open_with(now)) << "and asking by a key changes nothing";
}

TEST_F(WrappedAnew, may_be_prepared_once_more_for_another_key) {
    wrap_with_both(file, now, sealed::new_key());
    wrap_with_both(file, now, next);
    EXPECT_TRUE(keep_wrappings_of(file, next));
    EXPECT_TRUE(open_with(next));
}

TEST_F(WrappedAnew, stay_as_they_are_where_the_next_key_wrapped_them_before) {
    wrap_with_both(file, now, next);
    keep_wrappings_of(file, next);
    auto const before = wrappings();
    EXPECT_EQ(wrap_with_both(file, now, next), 2);
    EXPECT_TRUE(keep_wrappings_of(file, next));
    EXPECT_EQ(wrappings(), before);
}

TEST_F(WrappedAnew, are_refused_all_where_one_opens_with_neither_key) {
    {
        Vault stranger(file, sealed::new_key());
        stranger.seal({{1}, "amira", std::string(nurture_record)}, "Not alone");
        stranger.keep();
    }
    auto const before = wrappings();
    EXPECT_THROW(wrap_with_both(file, now, next), db::Broken);
    EXPECT_EQ(wrappings(), before);
    EXPECT_FALSE(keep_wrappings_of(file, next) && open_with(next));
    EXPECT_TRUE(open_with(now));
}

TEST_F(WrappedAnew, leave_nothing_of_the_key_of_before_in_the_file_or_its_log) {
    auto const before = wrappings();
    ASSERT_EQ(before.size(), 2U);
    ASSERT_NE(bytes().find(before.front()), std::string::npos);
    wrap_with_both(file, now, next);
    keep_wrappings_of(file, next);
    for (auto const& wrapping : before) EXPECT_EQ(bytes().find(wrapping), std::string::npos);
}

// Erased between a change that was broken off and the next start.
TEST_F(WrappedAnew, are_destroyed_with_what_was_prepared_for_them) {
    wrap_with_both(file, now, next);
    {
        Vault vault(file, now);
        vault.destroy(vault.keys_of(sam));
    }
    EXPECT_TRUE(keep_wrappings_of(file, next));
    Vault vault(file, next);
    EXPECT_EQ(vault.open(of_sam, sam.school), erased);
    EXPECT_EQ(vault.open(of_another_school, tom.school), "With two others");
}

}  // namespace
}  // namespace child_keys
