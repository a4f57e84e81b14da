#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include "app/committed_writes.hpp"
#include "app/write.hpp"
#include "db/database.hpp"

namespace app {

// The one writer of a SQLite database. Takes all writes that wait, up to 64, runs each in its savepoint,
// commits them together, and goes on with the next while the disk writes these: they are answered once they
// survive a power cut, and one fsync serves many people.
class WriteQueue {
public:
    explicit WriteQueue(db::Writer writer);
    ~WriteQueue();

    // Returns at once. False where too many wait already; then nothing will be answered.
    bool push(Write write);

    // Whether saving goes on: it does until the disk fails.
    bool saves() const { return !committed_.failed(); }

private:
    void work();
    std::deque<Write> take_waiting();
    void commit_together(std::deque<Write> writes);
    void refuse(std::deque<Write> const& writes, std::exception_ptr const& cause);
    http::Response run_alone(Write const& write);

    std::unique_ptr<db::Connection> connection_;
    CommittedWrites committed_;
    std::mutex mutex_;
    std::condition_variable something_waits_;
    std::deque<Write> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

// Whether what a handler wrote stays: it does unless the answer refuses.
bool stays(http::Response const& response);

}  // namespace app
