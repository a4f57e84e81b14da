#include <gtest/gtest.h>

#include <chrono>
#include <exception>
#include <string>
#include <string_view>

#include "records/store.hpp"
#include "safeguarding/actions.hpp"
#include "safeguarding/courier_actions.hpp"
#include "safeguarding/handover_actions.hpp"
#include "safeguarding/handover_store.hpp"
#include "support/https_server.hpp"
#include "support/small_school.hpp"

namespace safeguarding {
namespace {

using support::Answers;

struct Try {
    int number = 0;
    std::string fault;
    auto columns() { return std::tie(number, fault); }
};

struct Killed : std::exception {};

// The one by which the receiver knows a repeat; empty where the request has none.
std::string id_in(std::string const& request) {
    constexpr std::string_view header = "\r\nIdempotency-Key: ";
    auto const at = request.find(header);
    if (at == request.npos) return {};
    auto const begin = at + header.size();
    return request.substr(begin, request.find("\r\n", begin) - begin);
}

class CpomsCourier : public testing::Test {
protected:
    CpomsCourier() {
        in_a_transaction([&](Visit& visit) {
            visit.db.run("UPDATE pupil SET upn = 'A123456789012' WHERE id = $1", small.sam.id);
            EXPECT_TRUE(set_up_cpoms(visit, 1, {.address = {}, .hands_over = HandsOver::with_upn}));
        });
    }

    void in_a_transaction(auto const& act) {
        auto& db = database.connection();
        db::Transaction transaction(db, db::Mode::write);
        auto visit = small.visit(db, small.senco);
        act(visit);
        transaction.commit();
    }
    PointerId put(std::string const& reference = "20417") {
        PointerId noted;
        in_a_transaction([&](Visit& visit) {
            noted =
                note(visit, *PupilId::parse(small.sam.id.text()), {visit.now - 1 * hours, reference}).value();
        });
        return noted;
    }
    Handover state() {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(small.school);
        return store::handovers(db, small.school).at(0);
    }
    std::vector<Try> tries() {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(small.school);
        return db.all<Try>(
            "SELECT number, fault FROM handover_try WHERE school_id = $1 ORDER BY number", small.school
        );
    }
    std::string refused(db::Sql const& sql) {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::write);
        db.enter(small.school);
        try {
            db.run(sql, small.school);
        } catch (db::Refused const& refusal) {
            return refusal.gate;
        }
        return {};
    }
    // One round after the server has been told how to answer.
    void round_with(Answers answers) {
        server.answer(answers);
        EXPECT_EQ(courier.round(), 0) << static_cast<int>(answers);
    }

    support::TestDatabase database;
    support::SmallSchool small{database};
    support::HttpsServer server;
    Instant now = small.now;
    Receiver receiver{
        .address = server.address(),
        .key = "s3cret",
        .certificates = server.certificates(),
        .private_network = true,
        .most_seconds = 1};
    bool is_set_up = true;
    Courier::Connect connect = [this] { return database.connect(db::Mode::write); };
    Courier::Receivers receivers = [this](SchoolId) -> Expected<Receiver, std::string> {
        if (!is_set_up) return refuse(std::string("No receiver is set up for school number 1"));
        return receiver;
    };
    Courier courier{connect, receivers, [this] { return now; }};
};

}  // namespace

// S2: the connector hands a pointer over, by HTTPS with a key.
TEST_F(CpomsCourier, hands_over_what_was_noted_once_with_the_schools_key) {
    auto const pointer = put();
    EXPECT_EQ(in_words(state()), "Waits to be handed over");
    EXPECT_EQ(courier.round(), 1);
    ASSERT_EQ(server.requests().size(), 1U);
    auto const request = server.requests()[0];
    EXPECT_TRUE(request.starts_with("POST /pointers HTTP/1.1\r\n")) << request;
    EXPECT_NE(request.find("Authorization: Bearer s3cret\r\n"), request.npos);
    EXPECT_NE(request.find("Idempotency-Key: " + std::string(pointer.text()) + "\r\n"), request.npos);
    EXPECT_NE(request.find(R"("cpoms_reference":"20417")"), request.npos);
    EXPECT_NE(request.find(R"("child":{"kind":"upn","reference":"A123456789012"})"), request.npos);
    EXPECT_EQ(request.find("Sam"), request.npos) << "by the reference that was agreed, not by name";

    EXPECT_EQ(state().state, HandoverState::handed_over);
    EXPECT_TRUE(in_words(state()).starts_with("Handed over on ")) << in_words(state());
    EXPECT_EQ(courier.round(), 0);
    EXPECT_EQ(server.requests().size(), 1U);
}

TEST_F(CpomsCourier, has_nothing_to_carry_where_the_school_hands_nothing_over) {
    in_a_transaction([](Visit& visit) {
        EXPECT_TRUE(set_up_cpoms(visit, 2, {.address = {}, .hands_over = HandsOver::nothing}));
    });
    put();
    EXPECT_EQ(courier.round(), 0);
    EXPECT_TRUE(server.requests().empty());
}

TEST_F(CpomsCourier, tries_again_after_whatever_went_wrong_and_keeps_each_try) {
    put();
    auto const wrong = {
        Answers::broken,
        Answers::cut,
        Answers::elsewhere,
        Answers::endless,
        Answers::slow,
        Answers::of_another_name,
        Answers::of_another_authority};
    for (auto const answers : wrong) {
        round_with(answers);
        EXPECT_EQ(state().state, HandoverState::waiting) << static_cast<int>(answers);
        EXPECT_NE(state().fault, "") << static_cast<int>(answers);
        EXPECT_EQ(courier.round(), 0) << "not before its time";
        now = state().next_try_at;
    }
    EXPECT_EQ(in_words(state()).find("Not handed over after 7 tries; next on "), 0U) << in_words(state());
    server.answer(Answers::taken);
    EXPECT_EQ(courier.round(), 1);
    EXPECT_EQ(tries().size(), 8U);
    EXPECT_EQ(tries().back().fault, "");
    for (auto const& request : server.requests())
        EXPECT_EQ(request.find("GET"), request.npos) << "follows nowhere";
}

TEST_F(CpomsCourier, waits_as_long_as_it_is_asked_to) {
    put();
    round_with(Answers::too_many);
    EXPECT_EQ(state().next_try_at, now + 2 * hours);
}

TEST_F(CpomsCourier, sends_nothing_to_whom_its_certificate_does_not_name) {
    put();
    for (auto const answers : {Answers::of_another_name, Answers::of_another_authority}) {
        round_with(answers);
        now = state().next_try_at;
    }
    EXPECT_TRUE(server.requests().empty()) << "neither the key nor the pointer";
}

TEST_F(CpomsCourier, goes_to_no_private_network_that_its_file_does_not_allow) {
    put();
    receiver.private_network = false;
    EXPECT_EQ(courier.round(), 0);
    EXPECT_TRUE(server.requests().empty());
    EXPECT_NE(state().fault.find("private network"), std::string::npos) << state().fault;
}

TEST_F(CpomsCourier, says_what_is_missing_and_never_the_key) {
    is_set_up = false;
    put();
    EXPECT_EQ(courier.round(), 0);
    EXPECT_EQ(state().fault, "No receiver is set up for school number 1");
    is_set_up = true;
    now = state().next_try_at;
    round_with(Answers::broken);
    for (auto const& one : tries()) EXPECT_EQ(one.fault.find("s3cret"), std::string::npos);
}

TEST_F(CpomsCourier, knows_what_the_receiver_has_already_as_handed_over) {
    put();
    server.answer(Answers::already);
    EXPECT_EQ(courier.round(), 1);
    EXPECT_EQ(state().state, HandoverState::handed_over);
}

TEST_F(CpomsCourier, gives_up_in_the_end_and_begins_anew_when_asked) {
    auto const pointer = put();
    round_with(Answers::refused);
    EXPECT_EQ(state().state, HandoverState::given_up);
    EXPECT_TRUE(in_words(state()).starts_with("Gave up after 1 try")) << in_words(state());
    server.answer(Answers::taken);
    EXPECT_EQ(courier.round(), 0);
    in_a_transaction([&](Visit& visit) { EXPECT_TRUE(try_again(visit, pointer)); });
    EXPECT_EQ(courier.round(), 1);
    in_a_transaction([&](Visit& visit) { EXPECT_FALSE(try_again(visit, pointer)) << "it has arrived"; });
    EXPECT_EQ(tries().size(), 2U);
}

TEST_F(CpomsCourier, gives_up_at_once_where_the_child_has_no_such_reference) {
    in_a_transaction([&](Visit& visit) {
        visit.db.run("UPDATE pupil SET upn = NULL WHERE id = $1", small.sam.id);
    });
    put();
    EXPECT_EQ(courier.round(), 0);
    EXPECT_EQ(state().state, HandoverState::given_up);
    EXPECT_EQ(state().fault, "The child has no UPN");
}

// Killed between the receiver's answer and its own mark: the claim runs out, and the same id goes again.
TEST_F(CpomsCourier, loses_nothing_where_it_is_killed_and_repeats_under_one_id) {
    auto const pointer = put();
    // The clock is what it asks first once it was answered.
    Courier killed{connect, receivers, [this] {
                       if (!server.requests().empty()) throw Killed();
                       return now;
                   }};
    EXPECT_THROW(killed.round(), Killed);
    EXPECT_EQ(server.requests().size(), 1U);
    EXPECT_EQ(state().state, HandoverState::waiting);
    EXPECT_TRUE(tries().empty()) << "nothing is known of it";

    Courier after_the_restart{connect, receivers, [this] { return now; }};
    EXPECT_EQ(after_the_restart.round(), 0);
    in_a_transaction([&](Visit& visit) {
        EXPECT_FALSE(store::claim(visit.db, small.school, pointer, now, now + 2 * minutes))
            << "one courier's alone";
    });
    now = now + 2 * minutes;
    EXPECT_EQ(after_the_restart.round(), 1);
    EXPECT_EQ(state().state, HandoverState::handed_over);
    EXPECT_EQ(courier.round(), 0);

    auto const requests = server.requests();
    ASSERT_EQ(requests.size(), 2U);
    EXPECT_EQ(id_in(requests[0]), pointer.text());
    EXPECT_EQ(id_in(requests[1]), id_in(requests[0]));
    EXPECT_EQ(requests[1], requests[0]) << "and says the same";
}

TEST_F(CpomsCourier, writes_down_by_nobody_what_became_of_each_pointer) {
    put();
    courier.round();
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(small.school);
    auto const entry = records::store::all(db, small.school).back();
    EXPECT_EQ(entry.subject, "handover");
    EXPECT_EQ(entry.by_staff_id, std::nullopt);
}

TEST_F(CpomsCourier, walks_by_itself_and_ends_when_told) {
    put();
    {
        Courier walking{connect, receivers, [this] { return now; }};
        walking.start();
        for (int i = 0; i < 100 && server.requests().empty(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    EXPECT_EQ(server.requests().size(), 1U);
}

// Whoever writes past the courier, the database keeps what was tried and what arrived.
TEST_F(CpomsCourier, history_stands) {
    put();
    round_with(Answers::broken);
    EXPECT_EQ(refused("UPDATE handover_try SET fault = '' WHERE school_id = $1"), "handover_stands");
    EXPECT_EQ(refused("DELETE FROM handover_try WHERE school_id = $1"), "handover_stands");
    EXPECT_EQ(refused("DELETE FROM handover WHERE school_id = $1"), "handover_stands");
    EXPECT_EQ(refused("UPDATE handover SET tries = 0 WHERE school_id = $1"), "handover_stands");
    now = state().next_try_at;
    server.answer(Answers::taken);
    EXPECT_EQ(courier.round(), 1);
    EXPECT_EQ(
        refused("UPDATE handover SET state = 'waiting', handed_over_at = NULL WHERE school_id = $1"),
        "handover_stands"
    );
}

}  // namespace safeguarding
