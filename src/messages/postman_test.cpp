#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "messages/actions.hpp"
#include "messages/mail_server_test.hpp"
#include "messages/postman_actions.hpp"
#include "messages/store.hpp"
#include "support/small_school.hpp"

namespace messages {
namespace {

struct PostOffice : testing::Test {
    support::TestDatabase database;
    support::SmallSchool small{database};
    SmallMailServer server;
    Instant now = small.now;
    Postman postman{
        [this] { return database.connect(db::Mode::write); },
        {.url = server.url(), .from = "office@school.example"},
        [this] { return now; }};

    MessageId put(std::string const& address = "mum@home.example") {
        auto& db = database.connection();
        db::Transaction transaction(db, db::Mode::write);
        auto visit = small.visit(db, small.senco);
        auto const id = send(visit, {.address = address, .subject = "A letter", .words = "Words"});
        transaction.commit();
        return id;
    }

    Message message(MessageId const& id) {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(small.school);
        return message(id, db);
    }
    Message message(MessageId const& id, db::Connection& db) const {
        constexpr db::Sql sql = R"(
            SELECT id, address, subject, words, letter_id, state, attempts, made_at, sent_at, last_fault
              FROM outbox WHERE school_id = $1 AND id = $2)";
        return db.the<Message>(sql, small.school, id);
    }
};

}  // namespace

TEST_F(PostOffice, hands_over_what_was_committed_and_marks_it) {
    auto const id = put();
    EXPECT_EQ(postman.round(), 1);
    EXPECT_EQ(server.taken().size(), 1U);
    EXPECT_EQ(message(id).state, State::sent);
    EXPECT_EQ(message(id).sent_at, now);
    EXPECT_EQ(postman.round(), 0);
    EXPECT_EQ(server.taken().size(), 1U);
}

// Not each of its tries, and neither to whom it went nor what it said.
TEST_F(PostOffice, writes_down_by_nobody_what_became_of_each_message) {
    struct Written {
        std::string action;
        std::string subject_id;
        std::optional<std::string> by;
        std::string all;
        auto columns() { return std::tie(action, subject_id, by, all); }
    };
    auto const sent = put();
    auto const given_up = put("nobody@home.example");
    server.refuse_next(1, "451 try later");
    postman.round();
    server.refuse_next(1, "550 no mailbox nobody@home.example");
    for (int minutes_later = 0; minutes_later < 3; ++minutes_later) {
        now = now + 1 * minutes;
        postman.round();
    }
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(small.school);
    auto const log = db.all<Written>(
        R"(SELECT action, subject_id, by_staff_id, by_name || why || coalesce(detail, '')
             FROM record WHERE school_id = $1 AND subject = 'outbox' ORDER BY number)",
        small.school
    );
    ASSERT_EQ(log.size(), 2U);
    std::set<std::string> ended;
    for (auto const& one : log) {
        EXPECT_EQ(one.action, "ended");
        EXPECT_EQ(one.by, std::nullopt);
        auto const state = message(one.subject_id == sent.text() ? sent : given_up, db).state;
        EXPECT_EQ(one.all, R"({"state":["waiting",")" + std::string(word(state)) + R"("]})");
        ended.insert(one.subject_id);
    }
    EXPECT_EQ(ended, (std::set{std::string(sent.text()), std::string(given_up.text())}));
}

TEST_F(PostOffice, of_two_servers_carries_each_message_once) {
    constexpr std::size_t messages = 12;
    for (std::size_t at = 0; at < messages; ++at) put();
    Postman another(
        [this] { return database.connect(db::Mode::write); },
        {.url = server.url(), .from = "office@school.example"},
        [this] { return now; }
    );
    int by_another = 0;
    std::thread beside([&] { by_another = another.round(); });
    auto const by_this = postman.round();
    beside.join();
    EXPECT_EQ(server.taken().size(), messages);
    EXPECT_EQ(by_this + by_another, static_cast<int>(messages));
}

// A server that stopped in the middle keeps nobody's message for good.
TEST_F(PostOffice, takes_up_what_another_claimed_and_did_not_send) {
    auto const id = put();
    auto& db = database.connection();
    {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(small.school);
        EXPECT_TRUE(store::claim(db, small.school, id, now, now + 2 * minutes));
        EXPECT_FALSE(store::claim(db, small.school, id, now, now + 2 * minutes));
        transaction.commit();
    }
    EXPECT_EQ(postman.round(), 0);
    now = now + 2 * minutes;
    EXPECT_EQ(postman.round(), 1);
}

TEST_F(PostOffice, sends_nothing_that_was_rolled_back) {
    auto& db = database.connection();
    {
        db::Transaction const transaction(db, db::Mode::write);
        auto visit = small.visit(db, small.senco);
        send(visit, {.address = "mum@home.example", .subject = "s", .words = "w"});
    }
    EXPECT_EQ(postman.round(), 0);
    EXPECT_TRUE(server.taken().empty());
}

TEST_F(PostOffice, tries_again_later_when_the_server_refuses_first) {
    auto const id = put();
    server.refuse_next(1, "451 try later");
    EXPECT_EQ(postman.round(), 0);
    EXPECT_EQ(message(id).state, State::waiting);
    EXPECT_EQ(message(id).attempts, 1);
    EXPECT_FALSE(message(id).last_fault.empty());

    now = now + 30 * seconds;
    EXPECT_EQ(postman.round(), 0) << "it was tried again before its time";
    now = now + 31 * seconds;
    EXPECT_EQ(postman.round(), 1);
    EXPECT_EQ(message(id).state, State::sent);
    EXPECT_TRUE(server.taken()[0].find(std::string(id.text())) != std::string::npos);
}

TEST_F(PostOffice, gives_up_after_three_days_and_shows_it) {
    auto const id = put();
    server.refuse_next(1000, "451 try later");
    for (int rounds = 0; rounds < 100 && message(id).state == State::waiting; ++rounds) {
        postman.round();
        now = now + 12 * hours;
    }
    EXPECT_EQ(message(id).state, State::given_up);
    EXPECT_LE(message(id).attempts, 16);
    EXPECT_EQ(message(id).words, "") << "nor is a link in them kept";
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(small.school);
    EXPECT_EQ(store::given_up(db, small.school, small.now).size(), 1U);
}

TEST_F(PostOffice, gives_up_at_once_on_an_address_that_does_not_exist) {
    auto const id = put("nobody@home.example");
    server.refuse_next(1, "550 no such mailbox");
    postman.round();
    EXPECT_EQ(message(id).state, State::given_up);
}

TEST_F(PostOffice, carries_the_post_of_every_school) {
    support::SmallSchool other(database, {2});
    put();
    auto& db = database.connection();
    db::Transaction transaction(db, db::Mode::write);
    auto visit = other.visit(db, other.senco);
    send(visit, {.address = "dad@home.example", .subject = "s", .words = "w"});
    transaction.commit();
    EXPECT_EQ(postman.round(), 2);
}

TEST_F(PostOffice, works_on_its_own_thread_until_it_ends) {
    postman.start();
    auto const id = put();
    for (int wait = 0; wait < 200 && message(id).state == State::waiting; ++wait) {
        postman.poke();
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    EXPECT_EQ(message(id).state, State::sent);
}

// N6: a notification says that something waits, with a link, and nothing else.
TEST_F(PostOffice, tells_staff_no_name_and_nobody_twice) {
    {
        auto& db = database.connection();
        db::Transaction transaction(db, db::Mode::write);
        auto visit = small.visit(db, small.senco);
        visit.public_address = "https://withy.example";
        tell_that_something_waits(visit, {"a@school.example", "", "b@school.example", "a@school.example"});
        transaction.commit();
    }
    EXPECT_EQ(postman.round(), 2);
    for (auto const& mail : server.taken()) {
        EXPECT_NE(mail.find("\nhttps://withy.example/\n"), std::string::npos) << mail;
        for (auto const* name : {"Sam", "Okafor", "Priya", "4B"})
            EXPECT_EQ(mail.find(name), std::string::npos) << name;
    }
}

}  // namespace messages
