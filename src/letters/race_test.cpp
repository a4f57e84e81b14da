// Two clients in the same second: a parent takes consent back while a Nurture Assistant evaluates a session.
// Whoever is second meets what the first has done, on both engines.
#include <atomic>
#include <chrono>
#include <future>
#include <thread>

#include "letters/case_test.hpp"

namespace letters {
namespace {

struct Race : SamsCase {
    std::string place;
    std::string session = std::string(Id<struct SessionTag>::make(small.now).text());

    void SetUp() override {
        send_to({mother});
        ASSERT_TRUE(answer(mother, consent::Answer::given));
        place = give_place();
        as(small.senco, [&](Visit& visit) {
            return visit.db.run(
                R"(INSERT INTO session (school_id, id, programme_id, number, planned_on, starts_at_time, room_id, outcome,
                                        held_on, delivered_by)
                   SELECT $1, $2, id, 1, $3, '10:00', room_id, 'delivered', $3, deliverer_id
                     FROM programme WHERE school_id = $1)",
                visit.school,
                session,
                visit.today
            );
        });
    }

    void evaluate(db::Connection& connection) {
        connection.run(
            R"(INSERT INTO evaluation (school_id, id, session_id, place_id, pupil_id, attended, written_by, written_at)
               VALUES ($1, $2, $3, $4, $5, 1, $6, $7))",
            small.school,
            Id<struct EvaluationTag>::make(small.now),
            session,
            place,
            small.sam.id,
            small.nurture_assistant.staff,
            small.now
        );
    }

    std::string session_to_come() {
        auto const to_come = std::string(Id<struct SessionTag>::make(small.now).text());
        as(small.senco, [&](Visit& visit) {
            return visit.db.run(
                R"(INSERT INTO session (school_id, id, programme_id, number, planned_on, starts_at_time, room_id, outcome)
                   SELECT $1, $2, id, 2, $3, '10:00', room_id, 'planned' FROM programme WHERE school_id = $1)",
                visit.school,
                to_come,
                visit.today
            );
        });
        return to_come;
    }
    void deliver(db::Connection& connection, std::string const& planned) {
        connection.run(
            R"(UPDATE session SET outcome = 'delivered', held_on = planned_on, delivered_by = $1
                WHERE school_id = $2 AND id = $3)",
            small.nurture_assistant.staff,
            small.school,
            planned
        );
    }

    void start(db::Connection& connection) {
        connection.run(
            R"(INSERT INTO step (school_id, id, case_id, step, taken_at, taken_on)
               VALUES ($1, $2, $3, 'start', $4, $5))",
            small.school,
            cases::StepId::make(small.now),
            the_case,
            small.now,
            small.today
        );
    }

    void has_started() {
        as(small.senco, [&](Visit& visit) {
            start(visit.db);
            return true;
        });
    }

    void mother_loses_responsibility(db::Connection& connection) {
        connection.run(
            "UPDATE pupil_contact SET responsibility = 0 WHERE school_id = $1 AND contact_id = $2",
            small.school,
            mother
        );
    }

    // The answer alone, past all that a withdrawal does beside it.
    void only_answer_withdrawn(db::Connection& connection) {
        connection.run(
            R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                           received_at)
               SELECT school_id, case_id, max(number) + 1, $1, 'withdrawn', 'link', $2, $3
                 FROM consent_answer WHERE school_id = $4 AND case_id = $5 GROUP BY school_id, case_id)",
            mother,
            small.today,
            small.now,
            small.school,
            the_case
        );
    }

    void withdraw(db::Connection& connection) {
        auto visit = small.visit(connection, small.senco);
        auto const taken = record_answer(
            visit,
            the_case,
            {.contact = mother,
             .answer = consent::Answer::withdrawn,
             .route = consent::Route::in_person,
             .answered_on = small.today}
        );
        ASSERT_TRUE(taken) << taken.error().message;
    }

    // Runs the act in a transaction of its own, again where another was first, as the application does.
    // Gives the gate that refused; empty where it was done.
    template <class Act>
    std::string done(db::Connection& connection, Act act) {
        for (;;) {
            try {
                db::Transaction transaction(connection, db::Mode::write);
                connection.enter(small.school);
                act(connection);
                transaction.commit();
                return {};
            } catch (db::Busy const&) {
                std::this_thread::yield();
            } catch (db::Refused const& refused) {
                return refused.gate;
            }
        }
    }
};

}  // namespace

// C2, C6.
TEST_F(Race, an_evaluation_that_waits_for_a_withdrawal_is_refused) {
    has_started();
    auto const parent = database.connect(db::Mode::write);
    auto const assistant = database.connect(db::Mode::write);
    db::Transaction withdrawal(*parent, db::Mode::write);
    parent->enter(small.school);
    withdraw(*parent);

    auto evaluation = std::async(std::launch::async, [&] {
        return done(*assistant, [&](db::Connection& connection) { evaluate(connection); });
    });
    EXPECT_EQ(evaluation.wait_for(std::chrono::milliseconds{100}), std::future_status::timeout)
        << "the evaluation did not wait";
    withdrawal.commit();
    EXPECT_EQ(evaluation.get(), "no_consent_in_force");
}

TEST_F(Race, a_withdrawal_that_waits_for_an_evaluation_stands_and_stops_the_next) {
    has_started();
    auto const parent = database.connect(db::Mode::write);
    auto const assistant = database.connect(db::Mode::write);
    db::Transaction evaluation(*assistant, db::Mode::write);
    assistant->enter(small.school);
    evaluate(*assistant);

    auto withdrawal = std::async(std::launch::async, [&] {
        return done(*parent, [&](db::Connection& connection) { withdraw(connection); });
    });
    EXPECT_EQ(withdrawal.wait_for(std::chrono::milliseconds{100}), std::future_status::timeout);
    evaluation.commit();
    EXPECT_EQ(withdrawal.get(), "");
    EXPECT_EQ(seen().standing, consent::Standing::withdrawn);
    EXPECT_FALSE(seen().has_place);
    auto const again = done(*assistant, [&](db::Connection& connection) { evaluate(connection); });
    EXPECT_EQ(again, "no_consent_in_force");
}

TEST_F(Race, a_delivery_that_waits_for_a_withdrawal_is_refused) {
    auto const to_come = session_to_come();
    auto const parent = database.connect(db::Mode::write);
    auto const assistant = database.connect(db::Mode::write);
    db::Transaction withdrawal(*parent, db::Mode::write);
    parent->enter(small.school);
    only_answer_withdrawn(*parent);

    auto delivery = std::async(std::launch::async, [&] {
        return done(*assistant, [&](db::Connection& connection) { deliver(connection, to_come); });
    });
    EXPECT_EQ(delivery.wait_for(std::chrono::milliseconds{100}), std::future_status::timeout)
        << "the delivery did not wait";
    withdrawal.commit();
    EXPECT_EQ(delivery.get(), "no_consent_in_force");
}

TEST_F(Race, a_start_that_waits_for_a_withdrawal_is_refused) {
    auto const parent = database.connect(db::Mode::write);
    auto const assistant = database.connect(db::Mode::write);
    db::Transaction withdrawal(*parent, db::Mode::write);
    parent->enter(small.school);
    only_answer_withdrawn(*parent);

    auto starting = std::async(std::launch::async, [&] {
        return done(*assistant, [&](db::Connection& connection) { start(connection); });
    });
    EXPECT_EQ(starting.wait_for(std::chrono::milliseconds{100}), std::future_status::timeout)
        << "the start did not wait";
    withdrawal.commit();
    EXPECT_EQ(starting.get(), "no_consent_in_force");
}

TEST_F(Race, a_withdrawal_that_waits_for_a_delivery_stands_and_stops_the_next) {
    auto const to_come = session_to_come();
    auto const parent = database.connect(db::Mode::write);
    auto const assistant = database.connect(db::Mode::write);
    db::Transaction delivery(*assistant, db::Mode::write);
    assistant->enter(small.school);
    deliver(*assistant, to_come);

    auto withdrawal = std::async(std::launch::async, [&] {
        return done(*parent, [&](db::Connection& connection) { only_answer_withdrawn(connection); });
    });
    EXPECT_EQ(withdrawal.wait_for(std::chrono::milliseconds{100}), std::future_status::timeout);
    delivery.commit();
    EXPECT_EQ(withdrawal.get(), "");
    auto const again = done(*assistant, [&](db::Connection& connection) { evaluate(connection); });
    EXPECT_EQ(again, "no_consent_in_force");
}

// C1, C2.
TEST_F(Race, a_delivery_that_waits_for_the_loss_of_responsibility_is_refused) {
    auto const to_come = session_to_come();
    auto const office = database.connect(db::Mode::write);
    auto const assistant = database.connect(db::Mode::write);
    db::Transaction loss(*office, db::Mode::write);
    office->enter(small.school);
    mother_loses_responsibility(*office);

    auto delivery = std::async(std::launch::async, [&] {
        return done(*assistant, [&](db::Connection& connection) { deliver(connection, to_come); });
    });
    EXPECT_EQ(delivery.wait_for(std::chrono::milliseconds{100}), std::future_status::timeout)
        << "the delivery did not wait";
    loss.commit();
    EXPECT_EQ(delivery.get(), "no_consent_in_force");
}

TEST_F(Race, a_loss_of_responsibility_that_waits_for_a_delivery_stands_and_stops_the_next) {
    has_started();
    auto const to_come = session_to_come();
    auto const office = database.connect(db::Mode::write);
    auto const assistant = database.connect(db::Mode::write);
    db::Transaction delivery(*assistant, db::Mode::write);
    assistant->enter(small.school);
    deliver(*assistant, to_come);

    auto loss = std::async(std::launch::async, [&] {
        return done(*office, [&](db::Connection& connection) { mother_loses_responsibility(connection); });
    });
    EXPECT_EQ(loss.wait_for(std::chrono::milliseconds{100}), std::future_status::timeout)
        << "the loss did not wait";
    delivery.commit();
    EXPECT_EQ(loss.get(), "");
    auto const again = done(*assistant, [&](db::Connection& connection) { evaluate(connection); });
    EXPECT_EQ(again, "no_consent_in_force");
}

TEST_F(Race, two_answers_in_the_same_second_both_stand_in_order) {
    send_to({father});
    auto const one = database.connect(db::Mode::write);
    auto const other = database.connect(db::Mode::write);
    auto const says = [&](ContactId const& who, consent::Answer what) {
        return [this, who, what](db::Connection& connection) {
            auto visit = small.visit(connection, small.senco);
            EXPECT_TRUE(record_answer(
                visit,
                the_case,
                {.contact = who, .answer = what, .route = consent::Route::paper, .answered_on = small.today}
            ));
        };
    };
    auto mothers =
        std::async(std::launch::async, [&] { return done(*one, says(mother, consent::Answer::withdrawn)); });
    auto fathers =
        std::async(std::launch::async, [&] { return done(*other, says(father, consent::Answer::given)); });
    EXPECT_EQ(mothers.get(), "");
    EXPECT_EQ(fathers.get(), "");
    EXPECT_EQ(seen().history.size(), 3U);
    EXPECT_EQ(seen().standing, consent::Standing::in_dispute);
}

}  // namespace letters
