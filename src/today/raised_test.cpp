// What Today says to whoever raised a concern.
#include <algorithm>

#include "today/day_test.hpp"

namespace today {
namespace {

TEST_F(Today, of_support_staff_shows_what_became_of_their_concern_and_no_more) {
    running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    auto const body = page_for(school_.support_staff);
    EXPECT_TRUE(holds(body, "Concerns that you raised"));
    EXPECT_TRUE(holds(body, "Support has started"));
    EXPECT_FALSE(holds(body, "Stands alone at break"));
}

TEST_F(Today, tells_who_raised_a_concern_that_support_has_stopped) {
    school_.answer({}, running_.text_case, school_.sam.mother, "withdrawn", school_.today);
    end_place("consent_withdrawn", school_.today);
    auto const body = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "Consent was withdrawn on Tuesday 12 May 2026, and the place ended."));
    EXPECT_FALSE(holds(body, "Support has started"));
}

TEST_F(Today, of_a_class_teacher_says_where_the_child_of_their_concern_really_stands) {
    running_.concern(running_.text_case, school_.sam.id, school_.teacher_of_4b);
    auto const body = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "Concerns that you raised"));
    EXPECT_TRUE(holds(body, "Sessions are running with"));
    EXPECT_FALSE(holds(body, "Support has started"));
}

TEST_F(Today, says_how_a_concern_ended_and_asks_the_senco_for_the_next_one) {
    auto const by_support_staff = running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    end_place("completed", school_.today - 14);
    auto const decide = [&](std::string const& next) {
        db().run(
            R"(INSERT INTO next_step (school_id, id, case_id, next, what, reason, made_by, made_at)
               VALUES ($1, $2, $3, $4, '', 'Anxiety remains', $5, $6))",
            school_.school,
            running_.id(),
            running_.text_case,
            next,
            school_.senco.staff,
            school_.now
        );
    };
    decide("another_programme");
    db().run(
        R"(UPDATE nurture_case SET closed_at = $1, closed_why = 'Another programme'
            WHERE school_id = $2 AND id = $3)",
        school_.now,
        school_.school,
        running_.text_case
    );
    auto const raise = "Another programme was decided for Sam Okafor: raise the next concern";
    EXPECT_TRUE(holds(page_for(school_.senco), raise));
    EXPECT_TRUE(holds(page_for(school_.senco), running_.text_case + "/next-concern"));
    auto const senco = page_for(school_.senco);
    auto const due = senco.find("By Monday 18 May", senco.find(raise));
    EXPECT_NE(due, std::string::npos) << "five days later is a Sunday";
    EXPECT_FALSE(holds(page_for(school_.headteacher), raise));
    auto const ended = "Came to its end on Tuesday 12 May";
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), std::string(ended) + ": Another programme"));
    EXPECT_TRUE(holds(page_for(school_.support_staff), by_support_staff));
    EXPECT_TRUE(holds(page_for(school_.support_staff), ended));
    EXPECT_FALSE(holds(page_for(school_.support_staff), "Another programme"));
    running_.another_case(school_.sam);
    EXPECT_FALSE(holds(page_for(school_.senco), raise));
}

TEST_F(Today, tells_who_wrote_a_concern_once_that_it_is_not_taken_up_and_why) {
    auto const declined = running_.another_case(school_.tom);
    auto const concern = running_.concern(declined, school_.tom.id, school_.support_staff);
    auto const decided = [&](Instant at) {
        db().run(
            "UPDATE nurture_case SET closed_at = $1, closed_why = 'Friends again' WHERE school_id = $2 AND "
            "id = $3",
            at,
            school_.school,
            declined
        );
    };
    auto const words = "Your concern about Tom";
    EXPECT_FALSE(holds(page_for(school_.support_staff), words));
    decided(school_.now);
    auto const body = page_for(school_.support_staff);
    EXPECT_TRUE(holds(body, words));
    EXPECT_TRUE(holds(body, "Decided on Tuesday 12 May: Friends again"));
    EXPECT_TRUE(holds(body, "/concerns/" + concern + "/decision-read"));
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), words)) << "who wrote the first one";
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), words));
    db().run(
        "UPDATE concern SET decision_read_at = $1 WHERE school_id = $2 AND id = $3",
        school_.now,
        school_.school,
        concern
    );
    EXPECT_FALSE(holds(page_for(school_.support_staff), words));
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), words));
}

TEST_F(Today, stops_telling_of_a_declined_concern_after_two_weeks) {
    auto const declined = running_.another_case(school_.tom);
    auto const told = [&](int days_ago) {
        db().run(
            R"(INSERT INTO undone_closing (school_id, id, case_id, closed_at, closed_why, undone_at, undone_by, reason)
               SELECT school_id, $1, id, closed_at, closed_why, closed_at, $2, 'again' FROM nurture_case
                WHERE school_id = $3 AND id = $4 AND closed_at IS NOT NULL)",
            running_.id(),
            school_.senco.staff,
            school_.school,
            declined
        );
        for (auto const at : {std::optional<Instant>(), std::optional(school_.now - days_ago * (24 * hours))})
            db().run(
                "UPDATE nurture_case SET closed_at = $1, closed_why = 'Not now' WHERE school_id = $2 AND id "
                "= $3",
                at,
                school_.school,
                declined
            );
        return holds(page_for(school_.teacher_of_4b), "Your concern about Tom");
    };
    EXPECT_TRUE(told(14));
    EXPECT_FALSE(told(15));
}

class ConcernsOfOnesOwn : public Today {
protected:
    http::Response list_for(support::Person const& person) {
        auto const all = routes();
        auto const route = std::ranges::find(all, "/concerns", &visits::Route::path);
        auto visit = school_.visit(db(), person);
        return support::answered(*route, visit, school_.get(person, "/concerns"));
    }
    void closes(std::string const& the_case, std::string const& why) {
        db().run(
            "UPDATE nurture_case SET closed_at = $1, closed_why = $2 WHERE school_id = $3 AND id = $4",
            school_.now,
            why,
            school_.school,
            the_case
        );
    }
    // Tom's case has a referral, and came to its end nevertheless.
    std::string one_that_was_supported() {
        auto const the_case = running_.another_case(school_.tom);
        running_.step(the_case, "referral", school_.today - 19);
        return the_case;
    }
};

TEST_F(ConcernsOfOnesOwn, stand_in_a_list_whatever_became_of_them_and_lead_to_their_pages) {
    auto const concern = running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    auto const declined = running_.another_case(school_.tom);
    auto const of_tom = running_.concern(declined, school_.tom.id, school_.support_staff);
    closes(declined, "Friends again");
    auto const body = list_for(school_.support_staff).body;
    EXPECT_TRUE(holds(body, "/concerns/" + concern));
    EXPECT_TRUE(holds(body, "Sam Okafor"));
    EXPECT_TRUE(holds(body, "Support has started"));
    EXPECT_TRUE(holds(body, "/concerns/" + of_tom));
    EXPECT_TRUE(holds(body, "Not taken up for now, decided on Tuesday 12 May 2026"));
    EXPECT_FALSE(holds(body, "Friends again")) << "the concern's own page says why";
    EXPECT_FALSE(holds(body, "Stands alone at break"));
}

TEST_F(ConcernsOfOnesOwn, are_said_to_have_ended_where_the_child_was_referred) {
    auto const the_case = one_that_was_supported();
    EXPECT_TRUE(holds(list_for(school_.teacher_of_4b).body, "Referred; the SENCo is looking at it"));
    closes(the_case, "Moved away");
    auto const body = list_for(school_.teacher_of_4b).body;
    EXPECT_TRUE(holds(body, "Came to its end"));
    EXPECT_FALSE(holds(body, "Moved away"));
}

TEST_F(ConcernsOfOnesOwn, are_nobody_elses_and_no_older_than_two_years) {
    EXPECT_TRUE(holds(list_for(school_.teacher_of_4b).body, "Sam Okafor"));
    EXPECT_TRUE(
        holds(list_for(school_.teacher_of_5a).body, "You have raised no concern in the last two years.")
    );
    db().run(
        "UPDATE concern SET written_at = $1 WHERE school_id = $2",
        calendar::start_of(calendar::years_later(school_.today, -2)) - 1,
        school_.school
    );
    EXPECT_FALSE(holds(list_for(school_.teacher_of_4b).body, "Sam Okafor"));
}

TEST_F(ConcernsOfOnesOwn, name_no_child_of_their_own) {
    db().run("DELETE FROM contact_at_work WHERE school_id = $1", school_.school);
    db().run(
        "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
        school_.school,
        school_.sam.father,
        school_.teacher_of_4b.staff
    );
    auto const list = list_for(school_.teacher_of_4b);
    EXPECT_EQ(list.status, 200);
    EXPECT_TRUE(holds(list.body, "You have raised no concern in the last two years."));
    EXPECT_FALSE(holds(list.body, "Sam Okafor"));
}

TEST_F(ConcernsOfOnesOwn, take_as_many_questions_however_many_they_are) {
    auto const asked = [&] {
        auto const before = db().statements_run();
        list_for(school_.teacher_of_4b);
        return db().statements_run() - before;
    };
    auto const few = asked();
    for (int more = 0; more < 20; ++more)
        running_.another_case(school_.add_child("Kim", "Reed", school_.class_4b));
    EXPECT_EQ(asked(), few);
}

TEST_F(ConcernsOfOnesOwn, are_a_link_away_from_today_for_who_may_raise_one) {
    auto const link = "<a href=\"/concerns\"";
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), link));
    EXPECT_TRUE(holds(page_for(school_.support_staff), link));
    EXPECT_FALSE(holds(page_for(school_.governor), link));
}

}  // namespace
}  // namespace today
