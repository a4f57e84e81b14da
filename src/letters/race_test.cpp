// Two clients in the same second: a parent takes consent back while a Nurture Assistant evaluates a session.
// Whoever is second meets what the first has done, on both engines.
#include "letters/race_test.hpp"

namespace letters {

// G4, C6: on the register before, and so written up.
TEST_F(Race, an_evaluation_that_waits_for_a_withdrawal_is_saved_for_who_was_on_the_register) {
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
    EXPECT_EQ(evaluation.get(), "");
}

// C2, C6.
TEST_F(Race, a_withdrawal_that_waits_for_an_evaluation_stands_and_stops_the_next_session) {
    has_started();
    auto const to_come = session_to_come();
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
    auto const again = done(*assistant, [&](db::Connection& connection) { deliver(connection, to_come); });
    EXPECT_EQ(again, "no_consent_in_force");
}

TEST_F(Race, a_delivery_that_waits_for_a_withdrawal_is_refused) {
    has_started();
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
    has_started();
    auto const to_come = session_to_come(2);
    auto const after_it = session_to_come(3);
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
    auto const again = done(*assistant, [&](db::Connection& connection) { deliver(connection, after_it); });
    EXPECT_EQ(again, "no_consent_in_force");
}

// C1, C2.
TEST_F(Race, a_delivery_that_waits_for_the_loss_of_responsibility_is_refused) {
    has_started();
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
    auto const the_next = session_to_come(3);
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
    auto const written_up = done(*assistant, [&](db::Connection& connection) { evaluate(connection); });
    EXPECT_EQ(written_up, "") << "what was held before stays (C6)";
    auto const again = done(*assistant, [&](db::Connection& connection) { deliver(connection, the_next); });
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
    EXPECT_EQ(seen().standing, consent::Standing::withdrawn);
}

}  // namespace letters
