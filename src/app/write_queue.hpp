#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "app/committed_writes.hpp"
#include "app/write.hpp"
#include "db/database.hpp"
#include "readings/log_actions.hpp"

namespace app {

// The one writer of a SQLite database. Takes all writes that wait, up to 64, runs each in its savepoint,
// commits them together, and goes on with the next while the disk writes these: they are answered once they
// survive a power cut, and one fsync serves many people. In the same commit it writes the log of reads for
// them and for the pages that wait; those are answered at once, and the disk has their entries within 100 ms.
class WriteQueue {
public:
    explicit WriteQueue(db::Writer writer);
    ~WriteQueue();

    // Returns at once. False where too many wait already; then nothing will be answered.
    bool push(Write write);
    bool push(Page page);

    // Whether saving goes on: it does until the disk fails.
    bool saves() const { return !committed_.failed(); }

private:
    struct Taken {
        std::deque<Write> writes;
        std::deque<Page> pages;
    };

    void work();
    bool is_full() const;
    Taken take_waiting();
    void commit_together(Taken taken);
    std::vector<Answered> run_all(Taken const& taken);
    void refuse(std::deque<Write> const& writes, std::exception_ptr const& cause);
    void refuse(std::deque<Page> const& pages, std::exception_ptr const& cause);
    void wait_again(std::deque<Page> pages, std::exception_ptr const& cause);
    Answered run_alone(Write const& write);

    std::unique_ptr<db::Connection> connection_;
    readings::Log log_;
    CommittedWrites committed_;
    std::mutex mutex_;
    std::condition_variable something_waits_;
    std::deque<Write> waiting_;
    std::deque<Page> waiting_pages_;
    bool stopping_ = false;
    std::thread thread_;
};

// Whether what a handler wrote stays: it does unless the answer refuses.
bool stays(http::Response const& response);

}  // namespace app
