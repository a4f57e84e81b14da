#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "db/database.hpp"

namespace app {

// Threads that run blocking work, each with a connection of its own. What a work throws is logged and ends
// that work alone.
class WorkerPool {
public:
    using Work = std::function<void(db::Connection&)>;

    WorkerPool(db::Database& database, db::Mode mode, std::size_t threads);
    ~WorkerPool();

    // Returns at once. False where too many wait already: the caller answers 503.
    bool push(Work work);

    // Does what waits, and takes no more from here on. While it lasts, others may still push and ask.
    void end();

    // How many wait for a thread.
    std::size_t waiting() const;

private:
    void serve(db::Connection& connection);

    mutable std::mutex mutex_;
    std::condition_variable something_waits_;
    std::deque<Work> waiting_;
    bool stopping_ = false;
    std::vector<std::unique_ptr<db::Connection>> connections_;
    std::vector<std::thread> threads_;
};

}  // namespace app
