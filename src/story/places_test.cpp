// What a story tells of the places of a case, of their targets and of how these were rated.
#include "story/actions.hpp"
#include "story/story_page_test.hpp"

namespace story {
namespace {

TEST_F(StoryPage, leads_to_another_place_once_consent_is_in_force_again) {
    school_.answer({}, running_.text_case, school_.sam.mother, "withdrawn", school_.today - 3);
    db().run(
        "UPDATE place SET ended_on = $1, end_reason = 'consent_withdrawn' WHERE school_id = $2",
        school_.today - 3,
        school_.school
    );
    auto const listed = [&] {
        auto const sam = *PupilId::parse(school_.sam.id.text());
        return support(school_.visit(db(), school_.senco), {sam}).at(sam);
    };
    EXPECT_TRUE(holds(body_for(school_.senco), "Decide what follows"));
    EXPECT_EQ(listed(), Support::stopped);
    school_.answer({}, running_.text_case, school_.sam.mother, "given", school_.today - 1);
    auto const body = body_for(school_.senco);
    EXPECT_TRUE(holds(body, "Consent is in force again since Monday 11 May 2026."));
    EXPECT_TRUE(holds(body, ">Give another place<"));
    EXPECT_TRUE(holds(body, "/cases/" + running_.text_case + "/place\""));
    EXPECT_FALSE(holds(body, "Decide what follows"));
    EXPECT_FALSE(holds(body, "stopped"));
    EXPECT_EQ(listed(), Support::waiting);
}

TEST_F(StoryPage, tells_of_every_place_of_the_case_the_latest_first) {
    running_.move_to("Calm crew", school_.today);
    auto const body = body_for(school_.nurture_assistant);
    auto const latest = body.find(">Calm crew<");
    auto const earlier = body.find(">Earlier: Friendship group<");
    ASSERT_NE(earlier, std::string::npos);
    EXPECT_LT(latest, earlier);
    EXPECT_TRUE(holds(body, "Ended on Tuesday 12 May 2026."));
    EXPECT_NE(body.find("I join in at break", earlier), std::string::npos) << "with its targets";
    EXPECT_NE(body.find("Session 1", earlier), std::string::npos) << "and its sessions";
    EXPECT_TRUE(holds(body, "Session 1 was held"));
    EXPECT_TRUE(holds(body, "Sam asked a friend to play"));
    EXPECT_TRUE(holds(body, "ZEBRAFISH"));
    EXPECT_FALSE(holds(body_for(school_.senco), "ZEBRAFISH"));
}

TEST_F(StoryPage, rates_the_targets_of_each_place_by_its_own_sessions) {
    db().run(
        R"(INSERT INTO target_rating (school_id, evaluation_id, target_id, rating)
           SELECT e.school_id, e.id, $1, 7 FROM evaluation e WHERE e.school_id = $2)",
        running_.target,
        school_.school
    );
    EXPECT_TRUE(holds(body_for(school_.senco), "Rated <strong>7</strong> on "));
    running_.move_to("Calm crew", school_.today);
    EXPECT_TRUE(holds(body_for(school_.senco), "Rated <strong>7</strong> on "));
}

TEST_F(StoryPage, says_the_only_rating_of_a_target_in_words_and_draws_a_chart_of_more) {
    auto const rate_every_session = [&](int rating) {
        db().run(
            R"(INSERT INTO target_rating (school_id, evaluation_id, target_id, rating)
               SELECT e.school_id, e.id, $1, $2 FROM evaluation e
                WHERE e.school_id = $3
                  AND NOT EXISTS (SELECT 1 FROM target_rating r
                                   WHERE r.school_id = e.school_id AND r.evaluation_id = e.id))",
            running_.target,
            rating,
            school_.school
        );
        return body_for(school_.senco);
    };
    auto const one = rate_every_session(7);
    EXPECT_TRUE(holds(one, "“I join in at break”</h3>"));
    EXPECT_TRUE(holds(one, "Rated <strong>7</strong> on "));
    EXPECT_TRUE(holds(one, "So few ratings show no direction yet."));
    EXPECT_FALSE(holds(one, "<svg class=\"chart__drawing\""));

    running_.evaluation(running_.session(4, school_.today - 1, true), "Well", "");
    auto const two = rate_every_session(8);
    EXPECT_TRUE(holds(two, "is this getting easier for Sam?"));
    EXPECT_FALSE(holds(two, "Rated <strong>"));
}

TEST_F(StoryPage, tells_of_every_target_how_it_was_rated_in_the_same_session) {
    auto const second = running_.id();
    db().run(
        R"(INSERT INTO target (school_id, id, place_id, area_id, words, made_at)
           VALUES ($1, $2, $3, $4, 'I say when I worry', $5))",
        school_.school,
        second,
        running_.place,
        school_.anxiety,
        school_.now
    );
    for (auto const& target : {running_.target, second})
        db().run(
            R"(INSERT INTO target_rating (school_id, evaluation_id, target_id, rating)
               SELECT e.school_id, e.id, $1, 7 FROM evaluation e WHERE e.school_id = $2)",
            target,
            school_.school
        );
    auto const body = body_for(school_.senco);
    for (auto const* target : {"“I join in at break”</h3>", "“I say when I worry”</h3>"}) {
        auto const at = body.find(target);
        ASSERT_NE(at, std::string::npos) << target;
        EXPECT_LT(body.find("Rated <strong>7</strong> on ", at), at + 100) << target;
    }
}

TEST_F(StoryPage, tells_of_each_session_under_the_place_for_which_it_was_evaluated) {
    running_.return_to_the_group(school_.today - 3);
    running_.evaluation(running_.session(4, school_.today - 1, true), "Sam laughed aloud", "");
    auto const body = body_for(school_.senco);
    EXPECT_TRUE(holds(body, "Sam asked a friend to play")) << "in the first place";
    EXPECT_TRUE(holds(body, "Sam laughed aloud")) << "in the second";
    EXPECT_FALSE(holds(body, "is to be evaluated"));
}

TEST_F(StoryPage, tells_a_measure_after_the_programme_where_none_was_made_before_it) {
    EXPECT_TRUE(holds(body_for(school_.senco), "The class teacher has not measured it yet."));
    db().run(
        R"(INSERT INTO target_measure (school_id, target_id, occasion, rating, rated_by, rated_at)
           VALUES ($1, $2, 'after', 7, $3, $4))",
        school_.school,
        running_.target,
        school_.teacher_of_4b.staff,
        school_.now
    );
    auto const body = body_for(school_.senco);
    EXPECT_TRUE(holds(body, "The class teacher did not measure it before the programme; after it: 7."));
    EXPECT_FALSE(holds(body, "has not measured it yet"));
}

TEST_F(StoryPage, asks_as_much_of_the_database_for_five_places_as_for_one) {
    auto const one = statements_for(school_.nurture_assistant);
    for (auto const* name : {"Calm crew", "Second go", "Garden", "Choir"})
        running_.move_to(name, school_.today);
    EXPECT_EQ(statements_for(school_.nurture_assistant), one);
}

}  // namespace
}  // namespace story
