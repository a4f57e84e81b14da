// A parent who asks for what is held about them is given what was written to them about each of their
// children (V5).
#include "journeys/journey.hpp"

namespace journeys {
namespace {

constexpr std::string_view closed = "Words about another child.";

class CopyForAParent : public Journey {
protected:
    // Sam's mother is Ben's mother too, and was written to about each; then she asks.
    void SetUp() override {
        is_hers_too();
        is_written_about(sam);
        is_written_about(ben_);
        auto const about = story_of(sam) + "/data-requests";
        as(senco).opens(about).sends(
            about,
            Fields(
                {{"whom", std::string(sam.mother.text())},
                 {"asked_by", "Sam's mother"},
                 {"asked_as", "themselves"},
                 {"kind", "all_that_is_held"},
                 {"identity_check", "Known to the office"}}
            )
        );
        request_ = as(senco).browser().path();
    }
    void is_hers_too() {
        database.change([&](db::Connection& db) {
            db.enter(school.school);
            db.run(
                R"(INSERT INTO pupil_contact
                       (school_id, pupil_id, contact_id, relationship, is_parent, responsibility, lives_with)
                   VALUES ($1, $2, $3, 'Parent', 1, 1, 1))",
                school.school,
                ben_.id,
                sam.mother
            );
        });
    }
    void bens_father_is_the_senco() {
        auto const work = story_of(ben_) + "/contacts/" + std::string(ben_.father.text()) + "/work";
        as(school.administrator)
            .opens(work)
            .sends(work, Fields{{{"staff", std::string(senco.staff.text())}}});
    }
    std::int64_t reads_of(Child const& child) {
        constexpr db::Sql sql = R"(
            SELECT count(*) FROM reading
             WHERE school_id = $1 AND pupil_id = $2 AND by_staff_id = $3 AND page = 'GET /data-requests/{request}')";
        return stands<std::int64_t>(sql, school.school, child.id, senco.staff);
    }

    Child ben_ = another_child("Ben");
    std::string request_;
};

TEST_F(CopyForAParent, holds_the_letters_about_each_of_their_children_and_is_a_read_of_each) {
    auto const of_sam = reads_of(sam), of_ben = reads_of(ben_);
    as(senco).opens(request_);
    EXPECT_FALSE(as(senco).sees(closed));
    EXPECT_TRUE(as(senco).sees("Sam"));
    EXPECT_TRUE(as(senco).sees("Ben"));
    EXPECT_GT(reads_of(sam), of_sam);
    EXPECT_GT(reads_of(ben_), of_ben);
}

TEST_F(CopyForAParent, is_nothing_to_who_is_family_of_one_of_them) {
    EXPECT_TRUE(as(senco).opens("/data-requests").browser().shows(request_));
    bens_father_is_the_senco();
    auto const of_sam = reads_of(sam), of_ben = reads_of(ben_);
    EXPECT_TRUE(as(senco).finds_nothing_at(request_));
    EXPECT_FALSE(as(senco).opens("/data-requests").browser().shows(request_));
    EXPECT_FALSE(as(senco).opens("/").browser().shows(request_));
    EXPECT_EQ(reads_of(sam), of_sam);
    EXPECT_EQ(reads_of(ben_), of_ben);
    EXPECT_TRUE(as(school.headteacher).opens("/data-requests").browser().shows(request_));
}

}  // namespace
}  // namespace journeys
