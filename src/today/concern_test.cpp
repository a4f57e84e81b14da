// A new concern about a child who is supported already, on Today of who delivers and of the SENCo.
#include "referrals/concern_actions.hpp"
#include "referrals/concern_store.hpp"
#include "today/day_test.hpp"

namespace today {
namespace {

TEST_F(Today, tells_who_delivers_and_the_senco_of_a_new_concern_about_a_child_whom_they_support) {
    auto const words = "Read the new concern about Sam";
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), words)) << "support rests on the first one";
    db().run(
        "UPDATE place SET allocated_at = $1 WHERE school_id = $2",
        school_.now - 21 * (24 * hours),
        school_.school
    );
    auto const later = running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    auto const written_at = [&](Instant at) {
        db().run(
            "UPDATE concern SET written_at = $1 WHERE school_id = $2 AND id = $3", at, school_.school, later
        );
    };
    written_at(school_.now - 2 * hours);
    for (auto const* person : {&school_.nurture_assistant, &school_.senco}) {
        auto const body = page_for(*person);
        EXPECT_TRUE(holds(body, words)) << person->name;
        EXPECT_TRUE(holds(body, "/concerns/" + later)) << person->name;
        EXPECT_FALSE(holds(body, "Stands alone at break")) << "its words stand on its own page";
    }
    EXPECT_FALSE(holds(page_for(school_.second_nurture_assistant), words));
    written_at(school_.now - 8 * (24 * hours));
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), words));
    EXPECT_TRUE(holds(page_for(school_.senco), words)) << "until it was read";
    written_at(school_.now - 2 * hours);
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), "name=\"version\" value=\"1\""));
    auto visit = school_.visit(db(), school_.nurture_assistant);
    auto const concern =
        referrals::concern_store::find(db(), school_.school, *referrals::ConcernId::parse(later));
    for (int pressed = 0; pressed < 2; ++pressed)
        EXPECT_TRUE(referrals::note_seen(visit, *concern, concern->version));
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), words)) << "said to be seen";
    EXPECT_TRUE(holds(page_for(school_.senco), words)) << "by another alone";
    EXPECT_EQ(
        db().the<std::int64_t>(
            "SELECT count(*) FROM record WHERE school_id = $1 AND subject = 'concern_seen'", school_.school
        ),
        1
    );
    auto writer = school_.visit(db(), school_.support_staff);
    auto other_words = concern->said;
    other_words.seen = "Runs off at break";
    writer.now = writer.now + 1 * minutes;
    ASSERT_TRUE(referrals::change(writer, *concern, other_words, concern->version));
    auto const anew = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(anew, words)) << "other words";
    EXPECT_TRUE(holds(anew, "and its words were changed since"));
    EXPECT_FALSE(holds(anew, later + "/seen")) << "said where they stand";
    for (auto const& change :
         {db::Sql("UPDATE concern_seen SET seen_at = 0 WHERE school_id = $1"),
          db::Sql("DELETE FROM concern_seen WHERE school_id = $1")}) {
        db().savepoint();
        EXPECT_THROW(db().run(change, school_.school), db::Refused);
        db().rollback_to_savepoint();
    }
}

TEST_F(Today, of_the_senco_asks_to_read_again_a_concern_that_was_reworded_after_the_referral) {
    auto const words = "Read again the concern about Sam";
    EXPECT_FALSE(holds(page_for(school_.senco), words)) << "the referral rests on it";
    db().run(
        "UPDATE concern SET written_at = $1, reworded_at = $2 WHERE school_id = $3",
        school_.now - 41 * (24 * hours),
        school_.now - 1 * hours,
        school_.school
    );
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, words));
    EXPECT_TRUE(holds(body, "Its words were changed on Tuesday 12 May, after the referral."));
    EXPECT_FALSE(holds(body, "Read the new concern about Sam"));
    db().run(
        "UPDATE concern SET read_at = $1, read_by = $2 WHERE school_id = $3",
        school_.now,
        school_.senco.staff,
        school_.school
    );
    EXPECT_FALSE(holds(page_for(school_.senco), words));
}

TEST_F(Today, tells_who_delivers_of_no_concern_about_a_child_who_has_left_the_programme) {
    auto const words = "Read the new concern about Sam";
    db().run(
        "UPDATE place SET allocated_at = $1 WHERE school_id = $2",
        school_.now - 21 * (24 * hours),
        school_.school
    );
    auto const later = running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    db().run(
        "UPDATE concern SET written_at = $1 WHERE school_id = $2 AND id = $3",
        school_.now - 2 * hours,
        school_.school,
        later
    );
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), words));
    end_place("no_longer_needed", school_.today);
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), words));
}

// From the Nurture Assistant to the second one, of whose sessions the first keeps today's.
TEST_F(Today, tells_who_holds_the_sessions_now_of_a_child_and_not_who_takes_over_later) {
    auto const& first = school_.nurture_assistant;
    auto const& second = school_.second_nurture_assistant;
    db().run(
        "UPDATE place SET allocated_at = $1 WHERE school_id = $2",
        school_.now - 21 * (24 * hours),
        school_.school
    );
    auto const later = running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    db().run(
        "UPDATE concern SET written_at = $1 WHERE school_id = $2 AND id = $3",
        school_.now - 2 * hours,
        school_.school,
        later
    );
    db().run(
        R"(INSERT INTO check_in (school_id, id, case_id, pupil_id, asked_on, asked_by, made_by, made_at)
           VALUES ($1, $2, $3, $4, $5, 'child', $6, $7))",
        school_.school,
        running_.id(),
        running_.text_case,
        school_.sam.id,
        school_.today - 1,
        first.staff,
        school_.now
    );
    auto const told = [&](support::Person const& person) {
        auto const body = page_for(person);
        auto const of_the_concern = holds(body, "/concerns/" + later);
        EXPECT_EQ(holds(body, "Meet Sam Okafor for a check-in"), of_the_concern) << person.name;
        return of_the_concern;
    };
    EXPECT_TRUE(told(first));
    EXPECT_FALSE(told(second));

    hand_over_from(school_.today + 7);
    EXPECT_TRUE(told(first)) << "holds today's session still";
    EXPECT_FALSE(told(second)) << "may not open it yet";
    db().run(
        R"(UPDATE session SET outcome = 'delivered', held_on = $1, delivered_by = $2
            WHERE school_id = $3 AND id = $4)",
        school_.today,
        first.staff,
        school_.school,
        running_.todays_session
    );
    EXPECT_FALSE(told(first)) << "whose last session is held";
    school_.today = school_.today + 7;
    EXPECT_TRUE(told(second));
}

}  // namespace
}  // namespace today
