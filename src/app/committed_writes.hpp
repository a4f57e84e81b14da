#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "app/write.hpp"

namespace app {

// Writes that are committed and wait for the disk. Answers each once it survives a power cut, on a thread of
// its own, so that the writer goes on meanwhile. After the disk has failed once, nothing is answered as saved
// any more: what a later sync says is no proof of what came before.
class CommittedWrites {
public:
    explicit CommittedWrites(std::function<void()> sync);
    // Answers what still waits.
    ~CommittedWrites();
    CommittedWrites(CommittedWrites const&) = delete;
    CommittedWrites& operator=(CommittedWrites const&) = delete;

    // The writes of one commit, each with what answers it. Returns at once.
    void push(std::deque<Write> writes, std::vector<http::Response> responses);

    // Why nothing can be saved any more; empty while the disk works.
    std::exception_ptr failure() const;

private:
    struct Commit {
        std::deque<Write> writes;
        std::vector<http::Response> responses;
    };

    void work();
    std::deque<Commit> take_committed();
    void sync_once() noexcept;

    std::function<void()> sync_;
    mutable std::mutex mutex_;
    std::condition_variable something_waits_;
    std::deque<Commit> committed_;
    std::exception_ptr failure_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace app
