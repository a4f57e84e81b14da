#include "app/new_sealing_key.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/child_keys_file.hpp"
#include "app/sealing_key.hpp"
#include "child_keys/wrapping.hpp"
#include "sign_in/app_actions.hpp"
#include "sign_in/app_store.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace app {
namespace {

namespace paths = std::filesystem;

struct DiedHere {};

// A Withy with words about Sam and an authenticator app. Each thing it does is done by a process of its own.
class NewSealingKey : public testing::Test {
protected:
    void SetUp() override {
        configuration.data = folder;
        auto const own = process();
        open_child_keys(configuration, *own);
        text = own->vault()->seal({school.school, "sam", "nurture"}, "Alone at playtimes");
        own->vault()->keep();
        db::Transaction transaction(db, db::Mode::write);
        auto visit = school.visit(db, school.teacher_of_4b);
        visit.sealing_key = sealing_key(configuration, *own);
        sign_in::actions::begin_app(visit);
        secret = sign_in::actions::app_to_add(visit)->secret;
        transaction.commit();
    }
    ~NewSealingKey() override { paths::remove_all(folder); }

    std::unique_ptr<db::Database> process() { return db::Database::open(database.url()); }

    // Whether Withy starts with the key in this file, and then opens everything.
    bool opens_with(std::string const& file) {
        auto settings = configuration;
        settings.sealing_key_file = file;
        auto const own = process();
        try {
            open_child_keys(settings, *own);
        } catch (db::Broken const&) {
            return false;
        }
        db::Transaction const transaction(db, db::Mode::write);
        auto visit = school.visit(db, school.teacher_of_4b);
        visit.sealing_key = sealing_key(settings, *own);
        EXPECT_EQ(own->vault()->open(text, school.school), "Alone at playtimes");
        EXPECT_EQ(sign_in::actions::app_to_add(visit)->secret, secret);
        return true;
    }
    void change(int dies_after = 0) {
        said.clear();
        auto const own = process();
        change_sealing_key(configuration, *own, new_file, [&](std::string const& words) {
            said.push_back(words);
            if (std::ssize(said) == dies_after) throw DiedHere();
        });
    }
    std::string refusal() {
        try {
            change();
        } catch (db::Broken const& broken) {
            return broken.what();
        }
        return {};
    }
    bool old_key_opens_something() {
        auto const key = sealing_key_in({old_file, "the key of before"});
        return child_keys::keep_wrappings_of(configuration.child_keys_path(), key) ||
               sign_in::actions::count_apps(database.reader(), key) > 0;
    }

    std::string folder = testing::TempDir() + "withy_new_key_" + std::to_string(getpid());
    std::string old_file = folder + "/sealing.key";
    std::string new_file = folder + "/elsewhere/next.key";
    Configuration configuration;
    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();
    std::string text;
    std::string secret;
    std::vector<std::string> said;
};

TEST_F(NewSealingKey, opens_everything_and_the_one_of_before_opens_nothing_any_more) {
    ASSERT_TRUE(old_key_opens_something());
    change();
    EXPECT_TRUE(opens_with(new_file));
    EXPECT_FALSE(opens_with(old_file));
    EXPECT_FALSE(old_key_opens_something());
    EXPECT_EQ(
        said,
        (std::vector<std::string>{
            "Wrapped 1 key of a child or group with the new key too",
            "Sealed 1 secret of an authenticator app with the new key, which is in force from here on",
            "Took away what the key of before had sealed: it opens nothing of this Withy any more"})
    );
    EXPECT_EQ(paths::status(new_file).permissions(), paths::perms::owner_read | paths::perms::owner_write);
}

TEST_F(NewSealingKey, may_be_brought_in_a_file) {
    new_file = folder + "/brought.key";
    std::ofstream(new_file) << sealed::text_of(sealed::new_key()) << '\n';
    paths::permissions(new_file, paths::perms::owner_read);
    change();
    EXPECT_TRUE(opens_with(new_file));
}

TEST_F(NewSealingKey, seals_what_is_written_from_then_on) {
    change();
    configuration.sealing_key_file = new_file;
    auto const own = process();
    open_child_keys(configuration, *own);
    auto const later = own->vault()->seal({school.school, "tom", "nurture"}, "With two others");
    own->vault()->keep();
    auto const next = process();
    open_child_keys(configuration, *next);
    EXPECT_EQ(next->vault()->open(later, school.school), "With two others");
}

// Whatever moment it dies at, Withy opens with one of the two, and with one alone.
TEST_F(NewSealingKey, leaves_a_withy_that_opens_with_one_of_the_two_wherever_it_is_broken_off) {
    EXPECT_THROW(change(1), DiedHere);
    EXPECT_TRUE(opens_with(old_file));
    EXPECT_FALSE(opens_with(new_file));
    EXPECT_THROW(change(2), DiedHere);
    EXPECT_FALSE(opens_with(old_file));
    EXPECT_TRUE(opens_with(new_file));
    EXPECT_FALSE(old_key_opens_something()) << "the next start ended it";
    change();
    EXPECT_NE(said.front().find("is the sealing key of this Withy already"), std::string::npos);
    EXPECT_TRUE(opens_with(new_file));
}

TEST_F(NewSealingKey, goes_on_where_it_was_broken_off) {
    EXPECT_THROW(change(1), DiedHere);
    EXPECT_THROW(change(2), DiedHere);
    change();
    EXPECT_FALSE(old_key_opens_something());
    EXPECT_TRUE(opens_with(new_file));
}

TEST_F(NewSealingKey, may_be_another_where_the_first_was_broken_off) {
    auto const first = new_file;
    EXPECT_THROW(change(1), DiedHere);
    new_file = folder + "/another.key";
    change();
    EXPECT_TRUE(opens_with(new_file));
    EXPECT_FALSE(opens_with(first));
    EXPECT_FALSE(opens_with(old_file));
}

TEST_F(NewSealingKey, is_refused_while_withy_runs_and_withy_while_it_is_made) {
    {
        auto const running = process();
        open_child_keys(configuration, *running);
        EXPECT_NE(refusal().find("Stop it first"), std::string::npos);
        EXPECT_FALSE(paths::exists(new_file));
    }
    auto const own = process();
    change_sealing_key(configuration, *own, new_file, [&](std::string const&) {
        EXPECT_FALSE(opens_with(old_file));
        EXPECT_FALSE(opens_with(new_file));
    });
    EXPECT_TRUE(opens_with(new_file));
}

TEST_F(NewSealingKey, is_refused_where_it_is_too_short_open_to_others_or_no_file) {
    new_file = folder + "/next.key";
    for (auto const& words :
         {std::string(), std::string("willow"), sealed::text_of(sealed::new_key()).substr(1)}) {
        std::ofstream(new_file) << words;
        paths::permissions(new_file, paths::perms::owner_read | paths::perms::owner_write);
        EXPECT_NE(refusal().find("holds no key"), std::string::npos) << words;
    }
    std::ofstream(new_file) << sealed::text_of(sealed::new_key());
    paths::permissions(new_file, paths::perms::group_read, paths::perm_options::add);
    EXPECT_EQ(refusal(), "Others may read the new sealing key. Run: chmod 600 " + new_file);
    paths::remove(new_file);
    paths::create_directory(new_file);
    paths::permissions(new_file, paths::perms::owner_all);
    EXPECT_NE(refusal().find("can't be read"), std::string::npos) << "a folder has no first line";
    new_file = old_file + "/next.key";
    EXPECT_NE(refusal().find("can't be made"), std::string::npos) << "below a file";
    EXPECT_TRUE(opens_with(old_file));
}

TEST_F(NewSealingKey, is_refused_where_the_one_of_now_is_another) {
    configuration.sealing_key_file = folder + "/stranger.key";
    std::ofstream(configuration.sealing_key_file) << sealed::text_of(sealed::new_key());
    paths::permissions(configuration.sealing_key_file, paths::perms::owner_read);
    EXPECT_NE(refusal().find("is not the sealing key of this Withy"), std::string::npos);
    EXPECT_FALSE(paths::exists(new_file)) << "none is made for nothing";
    EXPECT_TRUE(opens_with(old_file));
}

TEST_F(NewSealingKey, that_is_the_one_of_now_changes_nothing) {
    new_file = old_file;
    change();
    EXPECT_EQ(said.size(), 1U);
    EXPECT_TRUE(opens_with(old_file));
}

TEST_F(NewSealingKey, lets_the_secrets_stand_again_afterwards) {
    change();
    db::Transaction const transaction(db, db::Mode::write);
    EXPECT_EQ(
        support::refused(
            db, "UPDATE authenticator_app SET sealed_secret = 'x' WHERE last_step < $1", school.school
        ),
        "secret_stands"
    );
}

// A copy of the children's keys from before the change, and a database from before it.
TEST_F(NewSealingKey, takes_over_what_was_put_back_from_before) {
    auto const keys = configuration.child_keys_path();
    paths::copy_file(keys, folder + "/copy.db");
    change();
    auto const put_back = paths::copy_options::overwrite_existing;
    for (auto const* const suffix : {"-wal", "-shm"}) paths::remove(keys + suffix);
    paths::copy_file(folder + "/copy.db", keys, put_back);
    EXPECT_FALSE(opens_with(new_file)) << "it says so, rather than show words that can't be opened";
    change();
    EXPECT_TRUE(opens_with(new_file));
}

TEST_F(NewSealingKey, is_spoken_of_first_with_how_much_it_would_seal) {
    auto const own = process();
    EXPECT_EQ(
        change_of_sealing_key(configuration, *own, new_file),
        "A key that would be made in " + new_file +
            " would wrap 1 key of a child or group and seal 1 secret of an authenticator app in the place of "
            "the one "
            "in " +
            old_file + ". Nothing was changed."
    );
    EXPECT_FALSE(paths::exists(new_file));
    EXPECT_TRUE(opens_with(old_file));
    std::ofstream(folder + "/short.key") << "willow";
    paths::permissions(folder + "/short.key", paths::perms::owner_read);
    EXPECT_THROW((void)change_of_sealing_key(configuration, *own, folder + "/short.key"), db::Broken);
}

}  // namespace
}  // namespace app
