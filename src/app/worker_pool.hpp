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
// that work alone. Of those that are idle, the one that worked last is called first: its connection has
// prepared most statements, and has planned them.
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

    // How many wait for work.
    std::size_t idle() const;

private:
    struct Worker {
        std::unique_ptr<db::Connection> connection;
        std::condition_variable is_called;
        std::thread thread;
    };

    void serve(Worker& worker);

    mutable std::mutex mutex_;
    std::deque<Work> waiting_;
    bool stopping_ = false;
    std::deque<Worker> workers_;  // which can't be moved
    std::vector<Worker*> idle_;   // in the order in which they fell idle
};

}  // namespace app
