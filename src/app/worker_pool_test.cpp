#include "app/worker_pool.hpp"

#include <gtest/gtest.h>

#include <barrier>
#include <future>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "support/test_database.hpp"

namespace app {
namespace {

TEST(WorkerPool, what_a_work_throws_ends_that_work_alone) {
    support::TestDatabase database;
    std::promise<std::int64_t> promise;
    WorkerPool pool(database.database(), db::Mode::read, 1);
    pool.push([](db::Connection& db) {
        db.begin(db::Mode::read);
        throw db::Broken("the connection is gone");
    });
    pool.push([](db::Connection&) { throw 1; });
    pool.push([&](db::Connection& db) {
        db::Transaction const transaction(db, db::Mode::read);
        promise.set_value(db.the<std::int64_t>("SELECT count(*) FROM school"));
    });
    EXPECT_EQ(promise.get_future().get(), 0);
}

TEST(WorkerPool, does_what_waits_before_it_ends_and_may_be_asked_meanwhile) {
    support::TestDatabase database;
    std::promise<void> began, goes_on;
    std::vector<std::size_t> waited;
    WorkerPool pool(database.database(), db::Mode::read, 1);
    pool.push([&](db::Connection&) {
        began.set_value();
        goes_on.get_future().wait();
    });
    pool.push([&](db::Connection&) { waited.push_back(pool.waiting()); });
    began.get_future().wait();
    auto ending = std::async(std::launch::async, [&] { pool.end(); });
    goes_on.set_value();
    ending.wait();
    EXPECT_EQ(waited, std::vector<std::size_t>{0});
    EXPECT_FALSE(pool.push([](db::Connection&) {}));
}

TEST(WorkerPool, calls_the_one_that_worked_last) {
    support::TestDatabase database;
    WorkerPool pool(database.database(), db::Mode::read, 4);
    std::set<db::Connection const*> used;
    for (int turn = 0; turn < 20; ++turn) {
        // Each falls idle a moment after it has begun, or has worked.
        while (pool.idle() < 4) std::this_thread::yield();
        std::promise<db::Connection const*> worked;
        pool.push([&](db::Connection& db) { worked.set_value(&db); });
        used.insert(worked.get_future().get());
    }
    EXPECT_EQ(used.size(), 1U);
}

TEST(WorkerPool, calls_the_others_while_one_works) {
    support::TestDatabase database;
    WorkerPool pool(database.database(), db::Mode::read, 3);
    std::barrier all_at_work(4);
    for (int each = 0; each < 3; ++each) pool.push([&](db::Connection&) { all_at_work.arrive_and_wait(); });
    all_at_work.arrive_and_wait();
}

}  // namespace
}  // namespace app
