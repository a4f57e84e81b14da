#include "app/worker_pool.hpp"

#include <gtest/gtest.h>

#include <future>
#include <stdexcept>

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

}  // namespace
}  // namespace app
