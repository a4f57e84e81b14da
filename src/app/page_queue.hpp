#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "app/write.hpp"
#include "db/connection.hpp"
#include "readings/log_actions.hpp"

namespace app {

// Who writes the log of reads on PostgreSQL: takes all pages that wait, writes what they tell of children in
// one transaction, and answers them once that is committed. Another server may add to the same log, so where
// two meet, one begins anew.
class PageQueue {
public:
    explicit PageQueue(std::unique_ptr<db::Connection> connection);
    // Answers what still waits.
    ~PageQueue();
    PageQueue(PageQueue const&) = delete;
    PageQueue& operator=(PageQueue const&) = delete;

    // Returns at once. False where too many wait already; then nothing will be answered.
    bool push(Page page);

private:
    void work();
    std::vector<Page> take_waiting();
    void write_and_answer(std::vector<Page>& pages);
    void write(std::vector<Page> const& pages);

    std::unique_ptr<db::Connection> connection_;
    readings::Log log_;
    std::mutex mutex_;
    std::condition_variable something_waits_;
    std::vector<Page> waiting_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace app
