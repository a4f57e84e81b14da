#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>

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

    std::string sealed() {
        std::array<char const*, 6> const words{
            "withy", "seal", "--database", database_.url().c_str(), "--data", folder_.c_str()};
        std::ostringstream out, err;
        EXPECT_EQ(cli::run(static_cast<int>(words.size()), words.data(), {out, err}), 0) << err.str();
        return out.str();
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

}  // namespace
