#pragma once

#include <atomic>
#include <chrono>
#include <future>
#include <thread>

#include "letters/case_test.hpp"

namespace letters {

struct Race : SamsCase {
    std::string place;
    std::string session = std::string(Id<struct SessionTag>::make(small.now).text());

    void SetUp() override {
        send_to({mother});
        ASSERT_TRUE(answer(mother, consent::Answer::given));
        place = give_place();
        as(small.senco, [&](Visit& visit) {
            return visit.db.run(
                "UPDATE programme SET started_on = $1 WHERE school_id = $2", visit.today, visit.school
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

    std::string session_to_come(int number = 2) {
        auto const to_come = std::string(Id<struct SessionTag>::make(small.now).text());
        as(small.senco, [&](Visit& visit) {
            return visit.db.run(
                R"(INSERT INTO session (school_id, id, programme_id, number, planned_on, starts_at_time, room_id, outcome)
                   SELECT $1, $2, id, CAST($3 AS INTEGER), $4, '10:00', room_id, 'planned'
                     FROM programme WHERE school_id = $1)",
                visit.school,
                to_come,
                std::int64_t{number},
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

    // And the register of a session is taken with him on it.
    void has_started() {
        as(small.senco, [&](Visit& visit) {
            start(visit.db);
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

    // The first writes, and the other meanwhile; the first commits while the other waits. The gate that
    // refuses the other; empty where none does.
    template <class First, class Other>
    std::string that_waits_for(First first, Other other) {
        auto const one = database.connect(db::Mode::write);
        auto const another = database.connect(db::Mode::write);
        db::Transaction transaction(*one, db::Mode::write);
        one->enter(small.school);
        first(*one);
        auto waiting = std::async(std::launch::async, [&] { return done(*another, other); });
        EXPECT_EQ(waiting.wait_for(std::chrono::milliseconds{100}), std::future_status::timeout)
            << "the other did not wait";
        transaction.commit();
        return waiting.get();
    }
};

}  // namespace letters
