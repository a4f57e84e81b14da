#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "db/connection.hpp"
#include "http/message.hpp"
#include "http/server.hpp"

namespace app {

// One write: runs in a savepoint of its own, then says whether what it wrote stays.
struct Write {
    // Answers within the open transaction; throws where the write can't stand.
    std::function<http::Response(db::Connection&)> run;
    // Words what was thrown for the person who waits.
    std::function<http::Response(std::exception_ptr)> refuse;
    http::Answer answer;
};

// The one writer of a SQLite database. Takes all writes that wait, up to 64, runs each in its savepoint,
// commits them together, and only then answers: an answered save survives a power cut, and one fsync serves
// many people.
class WriteQueue {
public:
    explicit WriteQueue(std::unique_ptr<db::Connection> connection);
    ~WriteQueue();

    // Returns at once. False where too many wait already; then nothing will be answered.
    bool push(Write write);

private:
    void work();
    std::deque<Write> take_waiting();
    void commit_together(std::deque<Write> writes);
    http::Response run_alone(Write const& write);

    std::unique_ptr<db::Connection> connection_;
    std::mutex mutex_;
    std::condition_variable something_waits_;
    std::deque<Write> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

// Whether what a handler wrote stays: it does unless the answer refuses.
bool stays(http::Response const& response);

}  // namespace app
