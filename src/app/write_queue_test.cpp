#include "app/write_queue.hpp"

#include <gtest/gtest.h>

#include <future>

#include "support/small_school.hpp"

namespace app {
namespace {

class WriteQueueTest : public testing::Test {
protected:
    // Adds a room, then ends as it is told.
    std::future<int> push(std::string const& name, std::function<http::Response()> const& end) {
        auto promise = std::make_shared<std::promise<int>>();
        queue.push({
            .run =
                [this, name, end](db::Connection& db) {
                    db.enter(school.school);
                    db.run(
                        "INSERT INTO room (school_id, id, name) VALUES ($1, $2, $3)",
                        school.school,
                        Id<struct RoomTag>::make(school.now),
                        name
                    );
                    return end();
                },
            .refuse = [](std::exception_ptr const&) { return http::Response{.status = 500}; },
            .answer = [promise](http::Response const& response) { promise->set_value(response.status); },
        });
        return promise->get_future();
    }

    bool kept(std::string const& name) {
        auto const connection = database.connect(db::Mode::read);
        db::Transaction transaction(*connection, db::Mode::read);
        connection->enter(school.school);
        return connection->the<std::int64_t>(
                   "SELECT count(*) FROM room WHERE school_id = $1 AND name = $2", school.school, name
               ) == 1;
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    WriteQueue queue{database.connect(db::Mode::write)};
};

http::Response done() { return {.status = 303}; }
http::Response refusal() { return {.status = 422}; }
http::Response fault() { throw std::runtime_error("a fault in a handler"); }

TEST_F(WriteQueueTest, what_fails_among_many_is_undone_alone) {
    std::vector<std::future<int>> answers;
    for (int i = 0; i < 100; ++i) {
        auto const name = "room " + std::to_string(i);
        if (i % 3 == 0) answers.push_back(push(name, done));
        if (i % 3 == 1) answers.push_back(push(name, refusal));
        if (i % 3 == 2) answers.push_back(push(name, fault));
    }
    for (int i = 0; i < 100; ++i) {
        auto const status = answers[static_cast<std::size_t>(i)].get();
        EXPECT_EQ(status, i % 3 == 0 ? 303 : i % 3 == 1 ? 422 : 500);
        EXPECT_EQ(kept("room " + std::to_string(i)), i % 3 == 0) << i;
    }
}

TEST_F(WriteQueueTest, a_refusal_that_keeps_its_writes_keeps_them) {
    auto const keeps = [] { return http::Response{.status = 422, .keeps_writes = true}; };
    EXPECT_EQ(push("counted", keeps).get(), 422);
    EXPECT_TRUE(kept("counted"));
}

TEST_F(WriteQueueTest, an_answer_comes_only_when_others_can_read_what_was_written) {
    for (int i = 0; i < 50; ++i) {
        auto const name = "told " + std::to_string(i);
        push(name, done).get();
        EXPECT_TRUE(kept(name));
    }
}

}  // namespace
}  // namespace app
