// Whoever wrote a concern goes on reading their own words, also once the case has closed; nobody else does so
// by that.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

constexpr std::string_view seen_by_support = "Eats alone behind the bins";
constexpr std::string_view seen_by_teacher = "Stands alone at the fence every playtime";

class WriterOfAConcern : public Journey {
protected:
    // Somebody of the support staff and the class teacher both wrote of Sam; then his mother said no.
    void SetUp() override {
        auto const about = story_of(sam) + "/concerns";
        as(school.support_staff)
            .opens(about + "/new")
            .sends(
                about,
                Fields(
                    {{"seen", std::string(seen_by_support)},
                     {"areas", std::string(school.friendships.text())},
                     {"parents_spoken_to", "yes"},
                     {"source", "staff"}}
                )
            );
        concern_ = as(school.support_staff).path();
        is_written_about(sam);
        at_their_link(sam.mother, sam)
            .sends(link_of(sam.mother, sam) + "/answer", Fields{{{"answer", "refused"}}});
        auto const closing = case_of(sam) + "/closing";
        as(senco).opens(closing).sends(closing, Fields{{{"reason", "Lego club instead"}}});
    }

    std::string concern_;
};

TEST_F(WriterOfAConcern, reads_their_own_words_once_the_case_has_closed_and_no_others) {
    as(school.support_staff).opens(concern_);
    EXPECT_TRUE(as(school.support_staff).sees(seen_by_support)) << as(school.support_staff).words();
    EXPECT_FALSE(as(school.support_staff).sees(seen_by_teacher));
    constexpr db::Sql reads = R"(
        SELECT count(*) FROM reading
         WHERE school_id = $1 AND pupil_id = $2 AND by_staff_id = $3 AND page = 'GET /concerns/{concern}')";
    EXPECT_GT(stands<std::int64_t>(reads, school.school, sam.id, school.support_staff.staff), 0);
    EXPECT_TRUE(as(school.governor).finds_nothing_at(concern_));
    EXPECT_TRUE(as(school.teacher_of_5a).finds_nothing_at(concern_));
}

}  // namespace
}  // namespace journeys
