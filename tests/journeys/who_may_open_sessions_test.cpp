// To whom it opens what a child said at a session: by the child's agreement, by the door of that session, by
// who stands in, and while its reader is known to be there.
#include "base/secret.hpp"
#include "html/url.hpp"
#include "journeys/who_may_know.hpp"

namespace journeys {
namespace {

TEST_F(WhoMayKnow, what_is_said_in_confidence_opens_to_whom_the_child_says_and_closes_again) {
    confides();
    EXPECT_TRUE(hears_what_was_said(nurture_assistant));
    for (auto const* person : People{&class_teacher, &senco}) EXPECT_FALSE(hears_what_was_said(*person));

    says(doors(
        {"progress-class_teacher", "progress-senco", "progress-headteacher", "confidence-class_teacher"}
    ));
    EXPECT_TRUE(hears_what_was_said(class_teacher));
    EXPECT_TRUE(as(class_teacher).sees("Sam agreed that you may know what was said"));
    EXPECT_FALSE(hears_what_was_said(senco));
    EXPECT_FALSE(as(school.teacher_of_5a).opens(story_of(sam)).sees("He laughed"));

    says(doors({"progress-class_teacher", "progress-senco", "progress-headteacher"}));
    EXPECT_FALSE(hears_what_was_said(class_teacher));
    EXPECT_TRUE(as(senco).opens(sharing()).sees("What the child said before"));
}

// N3: the child's word on one session outweighs what they agreed to before it and what they agree to later.
TEST_F(WhoMayKnow, a_door_closed_at_a_session_stays_closed_whatever_the_child_agrees_to) {
    auto const programme = runs({sam, amira, tom, fourth_});
    holds_session(programme, 1);
    evaluates(programme, 1, sam, Fields{{{"noticed", "He laughed"}}});
    auto const card = card_of(programme, 1, sam);
    auto const looking_back = case_of(sam) + "/on/" + calendar::iso(today());
    auto const agreed = doors(
        {"progress-class_teacher",
         "progress-senco",
         "progress-headteacher",
         "confidence-class_teacher",
         "confidence-senco"}
    );
    auto const says_at_the_end = [&](std::string const& may_see) {
        evaluates(
            programme,
            1,
            sam,
            Fields{
                {{"feeling", "really_hard"},
                 {"own_words", "It was QUAGGA loud"},
                 {"may_see", may_see},
                 {"confidence", std::string(confided)},
                 {"noticed", "He laughed"}}}
        );
    };
    auto const sees_the_end = [&](Person const& person) {
        for (auto const& page : {story_of(sam), card, looking_back}) {
            // A class teacher opens no evaluation.
            auto const& shown = as(person).browser().open(page).body();
            bool const words = shown.find("QUAGGA") != std::string::npos;
            bool const face = shown.find("face--really_hard") != std::string::npos;
            EXPECT_TRUE(page == card || face == words) << page;
            if (words) return true;
        }
        return false;
    };

    says(agreed);
    says_at_the_end("no");
    for (auto const* person : People{&class_teacher, &senco}) {
        EXPECT_TRUE(hears_what_was_said(*person)) << "what was noted goes by the agreement";
        EXPECT_FALSE(sees_the_end(*person)) << "the latest word on that session is the door";
    }
    EXPECT_TRUE(sees_the_end(nurture_assistant));
    says(agreed);
    for (auto const* person : People{&class_teacher, &senco})
        EXPECT_FALSE(sees_the_end(*person)) << "the new yes says nothing of that session";
    as(senco).opens(story_of(sam) + "/override").sends(story_of(sam) + "/override", overriding());
    EXPECT_TRUE(sees_the_end(senco)) << "safety outweighs it";
    EXPECT_FALSE(sees_the_end(class_teacher));
    says_at_the_end("yes");
    EXPECT_TRUE(sees_the_end(class_teacher)) << "asked of that session anew, the child says otherwise";
}

TEST_F(WhoMayKnow, what_is_said_in_confidence_opens_after_a_proof_where_the_last_is_older_than_a_school_day) {
    confides();
    {
        static auto const hash = secret::hash_of_password("seven quiet willows");
        database.change([&](db::Connection& db) {
            db.run("UPDATE sign_in SET proven_at = $1", Instant{now.load()} - 8 * hours);
            db.run("UPDATE account SET password_hash = $1 WHERE id = $2", hash, nurture_assistant.account);
        });
    }
    EXPECT_FALSE(hears_what_was_said(nurture_assistant));
    EXPECT_TRUE(as(nurture_assistant).sees("Show what Sam said"));
    EXPECT_TRUE(as(nurture_assistant).sees("He laughed")) << "everything else is there";
    auto const asks = url::with_query("/prove", {{"then", story_of(sam)}});
    as(nurture_assistant).opens(asks).sends("/prove", Fields{{{"password", "seven quiet willows"}}});
    EXPECT_EQ(as(nurture_assistant).path(), story_of(sam));
    EXPECT_TRUE(as(nurture_assistant).sees(confided));
}

TEST_F(WhoMayKnow, what_is_said_in_confidence_closes_when_the_computer_was_left_alone) {
    confides();
    database.change([&](db::Connection& db) {
        db.run(
            "UPDATE sign_in SET proven_at = $1, seen_at = $2",
            Instant{now.load()} - 1 * hours,
            Instant{now.load()} - 14 * minutes
        );
    });
    EXPECT_TRUE(hears_what_was_said(nurture_assistant)) << "it was used meanwhile";
    database.change([&](db::Connection& db) {
        db.run("UPDATE sign_in SET seen_at = $1", Instant{now.load()} - 15 * minutes);
    });
    EXPECT_FALSE(hears_what_was_said(nurture_assistant));
    EXPECT_TRUE(as(nurture_assistant).sees("Show what Sam said"));
    EXPECT_TRUE(as(nurture_assistant).sees("He laughed")) << "everything else is there";
}

// They come near by the session alone, so the circle is asked about anew on each of its pages.
TEST_F(WhoMayKnow, who_stands_in_reads_what_was_said_in_their_session_while_the_child_lets_the_circle_know) {
    auto const& stands_in = school.second_nurture_assistant;
    auto const programme = runs({sam, amira, tom, fourth_});
    auto const session = session_of(programme, 1);
    as(nurture_assistant)
        .opens(session)
        .sends(session + "/stand-in", Fields{{{"stand_in", text_of(stands_in.staff)}}});
    holds_session(programme, 1);
    evaluates(programme, 1, sam, Fields{{{"confidence", std::string(confided)}}});
    auto const card = card_of(programme, 1, sam);
    auto const hears = [&] { return as(stands_in).opens(card).sees(confided); };
    EXPECT_TRUE(as(nurture_assistant).opens(card).sees(confided));
    EXPECT_FALSE(hears()) << "said to who held it after all";

    auto const fields = doors({"progress-class_teacher", "progress-senco", "progress-headteacher"});
    says(fields);
    EXPECT_FALSE(hears()) << "nobody asked about the circle";
    says(with(fields, "confidence-support", "yes"));
    EXPECT_TRUE(hears()) << as(stands_in).words();
    EXPECT_TRUE(as(stands_in).sees("Sam agreed that you may know what was said"));
    EXPECT_TRUE(as(stands_in).finds_nothing_at(sharing())) << "no more than that session";
    EXPECT_FALSE(hears_what_was_said(class_teacher)) << "who holds none";
    says(with(fields, "confidence-support", "no"));
    EXPECT_FALSE(hears());
}

}  // namespace
}  // namespace journeys
