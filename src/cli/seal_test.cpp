#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "cli/commands.hpp"
#include "support/small_school.hpp"

namespace {

namespace files = std::filesystem;

struct AsItStands {
    std::string text;
    auto columns() { return std::tuple{db::AsStored{text}}; }
};

class SealCommand : public testing::Test {
protected:
    // A concern as it was written before there were keys.
    void SetUp() override {
        db::Transaction transaction(db_, db::Mode::write);
        db_.enter(school_.school);
        db_.run(
            "INSERT INTO nurture_case (school_id, id, pupil_id, opened_at) VALUES ($1, 'a', $2, 1)",
            school_.school,
            school_.sam.id
        );
        db_.run(
            R"(INSERT INTO concern (school_id, id, case_id, pupil_id, source, seen, attachment_figure,
                                    parents_spoken_to, noticed_on, written_by, written_at)
               VALUES ($1, 'a', 'a', $2, 'staff', 'Alone at playtimes', 0, 'yes', '2022-01-09', $3, 1))",
            school_.school,
            school_.sam.id,
            school_.senco.staff
        );
        transaction.commit();
    }
    ~SealCommand() override { files::remove_all(folder_); }

    // What it says, and its exit code.
    std::pair<std::string, int> ran(std::vector<std::string> const& more) {
        std::vector<char const*> words{
            "withy", "seal", "--database", database_.url().c_str(), "--data", folder_.c_str()};
        for (auto const& word : more) words.push_back(word.c_str());
        std::ostringstream out, err;
        auto const code = cli::run(static_cast<int>(words.size()), words.data(), {out, err});
        return {out.str() + err.str(), code};
    }
    std::string sealed() {
        auto const [words, code] = ran({});
        EXPECT_EQ(code, 0) << words;
        return words;
    }
    std::string as_it_stands() {
        db::Transaction const transaction(db_, db::Mode::read);
        db_.enter(school_.school);
        return db_.the<AsItStands>("SELECT seen FROM concern WHERE school_id = $1", school_.school).text;
    }

    std::string folder_ = testing::TempDir() + "withy_seal_" + std::to_string(getpid());
    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Connection& db_ = database_.connection();
};

TEST_F(SealCommand, seals_what_was_written_before_once_and_says_how_much) {
    EXPECT_EQ(as_it_stands(), "Alone at playtimes");
    EXPECT_EQ(sealed(), "Looked at the words about 1 child and sealed 1 that were not.\n");
    EXPECT_TRUE(db::is_sealed(as_it_stands()));
    EXPECT_TRUE(files::exists(folder_ + "/child-keys.db"));
    EXPECT_EQ(sealed(), "Looked at the words about 1 child and sealed 0 that were not.\n");
}

TEST_F(SealCommand, says_what_a_new_key_would_seal_seals_it_and_says_what_to_do_next) {
    sealed();
    auto const file = folder_ + "/next.key";
    auto const [would, looked] = ran({"--new-key", file, "--dry-run"});
    EXPECT_EQ(looked, 0);
    EXPECT_NE(would.find("would wrap 1 key of a child or group"), std::string::npos) << would;
    EXPECT_FALSE(files::exists(file));

    auto const [done, code] = ran({"--new-key", file});
    EXPECT_EQ(code, 0) << done;
    EXPECT_NE(done.find("Wrapped 1 key of a child or group"), std::string::npos) << done;
    EXPECT_NE(done.find("name " + file + " in WITHY_SEALING_KEY_FILE"), std::string::npos) << done;

    auto const [refused, refusal] = ran({});
    EXPECT_EQ(refusal, 1) << "the key of before stands in its old place";
    EXPECT_NE(refused.find("is not the sealing key of this Withy"), std::string::npos) << refused;
    files::rename(file, folder_ + "/sealing.key");
    EXPECT_EQ(sealed(), "Looked at the words about 1 child and sealed 0 that were not.\n");
}

TEST_F(SealCommand, refuses_a_new_key_that_is_none_and_a_dry_run_of_what_is_not_asked_for) {
    sealed();
    std::ofstream(folder_ + "/short.key") << "willow";
    files::permissions(folder_ + "/short.key", files::perms::owner_read);
    auto const [words, code] = ran({"--new-key", folder_ + "/short.key"});
    EXPECT_EQ(code, 1);
    EXPECT_NE(words.find("holds no key"), std::string::npos) << words;
    EXPECT_EQ(ran({"--new-key", ""}).second, 2);
    EXPECT_EQ(ran({"--dry-run"}).second, 2);
    EXPECT_EQ(sealed(), "Looked at the words about 1 child and sealed 0 that were not.\n");
}

}  // namespace
