// Two clients in the same second at the gates that came later: of a form of support, of a programme that is
// completed and of a case that is closed. Whoever is second meets what the first has done, on both engines.
#include "letters/race_test.hpp"

namespace letters {
namespace {

using consent::Answer;
using consent::Form;

struct LaterRace : Race {
    void SetUp() override {
        Race::SetUp();
        as(small.senco, [&](Visit& visit) {
            says(visit.db, mother, Answer::given, Form::one_to_one, small.today);
            return 0;
        });
    }

    // The answer alone, past all that goes with it.
    void says(
        db::Connection& connection, ContactId const& who, Answer answer, std::optional<Form> form, Date on
    ) {
        connection.run(
            R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                           received_at, form)
               SELECT school_id, case_id, max(number) + 1, $1, $2, 'link', $3, $4, CAST($5 AS TEXT)
                 FROM consent_answer WHERE school_id = $6 AND case_id = $7 GROUP BY school_id, case_id)",
            who,
            answer,
            on,
            small.now,
            form,
            small.school,
            the_case
        );
    }
    void the_group_is_refused(db::Connection& connection) {
        says(connection, mother, Answer::refused, Form::group, small.today);
    }
    void the_group_was_refused_the_day_before(db::Connection& connection) {
        says(connection, father, Answer::refused, Form::group, small.today - 1);
    }

    void end_place(db::Connection& connection) {
        connection.run(
            R"(UPDATE place SET ended_on = allocated_on, end_reason = 'no_longer_needed'
                WHERE school_id = $1 AND id = $2)",
            small.school,
            place
        );
    }
    void place_again(db::Connection& connection) {
        connection.run(
            R"(INSERT INTO place (school_id, id, programme_id, case_id, pupil_id, allocated_on, allocated_by, allocated_at)
               SELECT school_id, $1, programme_id, case_id, pupil_id, allocated_on, allocated_by, allocated_at + 1
                 FROM place WHERE school_id = $2 AND id = $3)",
            Id<struct PlaceTag>::make(small.now + 1),
            small.school,
            place
        );
    }
    void without_a_place() {
        as(small.senco, [&](Visit& visit) {
            end_place(visit.db);
            return 0;
        });
    }

    void complete(db::Connection& connection) {
        connection.run(
            "UPDATE programme SET completed_on = $1 WHERE school_id = $2", small.today, small.school
        );
    }
    void close(db::Connection& connection) {
        connection.run(
            "UPDATE nurture_case SET closed_at = $1, closed_why = 'no need now' WHERE school_id = $2 AND id "
            "= $3",
            small.now,
            small.school,
            the_case
        );
    }

    template <class First, class Other>
    std::string race(First first, Other other) {
        return that_waits_for(
            [&](db::Connection& connection) { (this->*first)(connection); },
            [&](db::Connection& connection) { (this->*other)(connection); }
        );
    }
};

}  // namespace

// C2, C3.
TEST_F(LaterRace, a_start_that_waits_for_a_refusal_of_its_form_is_refused) {
    EXPECT_EQ(race(&LaterRace::the_group_is_refused, &LaterRace::start), "consent_to_another_form");
}

TEST_F(LaterRace, a_place_that_waits_for_a_refusal_of_its_form_is_refused) {
    without_a_place();
    EXPECT_EQ(race(&LaterRace::the_group_is_refused, &LaterRace::place_again), "consent_to_another_form");
}

TEST_F(LaterRace, an_evaluation_that_waits_for_a_refusal_of_its_form_of_an_earlier_day_is_refused) {
    has_started();
    EXPECT_EQ(
        race(&LaterRace::the_group_was_refused_the_day_before, &LaterRace::evaluate),
        "consent_to_another_form"
    );
}

// C6.
TEST_F(LaterRace, an_evaluation_that_waits_for_a_refusal_of_its_form_of_that_day_is_saved) {
    has_started();
    EXPECT_EQ(race(&LaterRace::the_group_is_refused, &LaterRace::evaluate), "");
}

TEST_F(LaterRace, a_refusal_that_waits_for_a_place_stands_and_stops_the_start) {
    without_a_place();
    EXPECT_EQ(race(&LaterRace::place_again, &LaterRace::the_group_is_refused), "");
    auto const assistant = database.connect(db::Mode::write);
    EXPECT_EQ(
        done(*assistant, [&](db::Connection& connection) { start(connection); }), "consent_to_another_form"
    );
}

TEST_F(LaterRace, a_place_that_waits_for_the_loss_of_responsibility_is_refused) {
    without_a_place();
    EXPECT_EQ(race(&LaterRace::mother_loses_responsibility, &LaterRace::place_again), "no_consent_in_force");
}

TEST_F(LaterRace, a_place_that_waits_for_the_completion_of_its_programme_is_refused) {
    without_a_place();
    EXPECT_EQ(race(&LaterRace::complete, &LaterRace::place_again), "programme_completed");
}

TEST_F(LaterRace, a_place_that_waits_for_the_closing_of_its_case_is_refused) {
    without_a_place();
    EXPECT_EQ(race(&LaterRace::close, &LaterRace::place_again), "case_closed");
}

TEST_F(LaterRace, a_closing_that_waits_for_a_place_is_refused) {
    without_a_place();
    EXPECT_EQ(race(&LaterRace::place_again, &LaterRace::close), "has_a_place");
}

TEST_F(LaterRace, an_evaluation_that_waits_for_the_closing_of_its_case_is_refused) {
    has_started();
    without_a_place();
    EXPECT_EQ(race(&LaterRace::close, &LaterRace::evaluate), "evaluation_settled");
}

}  // namespace letters
