// A child whose two records became one is found by the address of either.
#include "merging/actions.hpp"
#include "pupils/store.hpp"
#include "story/actions.hpp"
#include "story/story_page_test.hpp"

namespace story {
namespace {

TEST_F(StoryPage, of_a_record_that_is_no_more_leads_to_the_one_that_stays_with_its_case) {
    auto const again = school_.add_child("Samuel", "Okafor", school_.class_4b);
    auto visit = school_.visit(db(), school_.senco);
    auto const stays = *PupilId::parse(again.id.text());
    auto const former = *PupilId::parse(school_.sam.id.text());
    auto const looked_at = merging::compare(visit, stays, former);
    ASSERT_TRUE(looked_at);
    ASSERT_TRUE(
        merging::merge(visit, *looked_at, {}, looked_at->stays.known.version, looked_at->former.known.version)
    );

    auto const answer = page_for(school_.teacher_of_4b, school_.sam.id);
    EXPECT_EQ(answer.status, 303);
    ASSERT_FALSE(answer.headers.empty());
    EXPECT_EQ(answer.headers.front().second, "/pupils/" + std::string(again.id.text()));
    auto const body = page_for(school_.teacher_of_4b, again.id).body;
    EXPECT_TRUE(holds(body, "Samuel Okafor"));
    EXPECT_TRUE(holds(body, "Sam asked a friend to play")) << "the case went over";
    EXPECT_EQ(page_for(school_.teacher_of_4b, support::PupilId::make(school_.now)).status, 404);
}

}  // namespace
}  // namespace story
