#pragma once

#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

#include "app/write.hpp"

namespace app {

// The disk failed before, and nothing is saved until Withy is started again.
struct NothingIsSaved : std::runtime_error {
    NothingIsSaved() : std::runtime_error("the disk failed before") {}
};

// A write that is committed, with what answers it.
struct CommittedWrite {
    Write write;
    http::Response response;
};

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

    // The writes of one commit. Returns at once.
    void push(std::vector<CommittedWrite> writes);
    // For what is committed and answered already, such as the log of reads: the disk has it within 100 ms.
    void sync_soon();
    // How many wait for the disk.
    std::size_t waiting() const;

    // Notes that the disk failed, and says why in the log.
    void fail(std::exception_ptr const& cause);
    bool failed() const { return failure() != nullptr; }

private:
    void work();
    // Empty at the end; without writes where a sync alone is due.
    std::optional<std::vector<CommittedWrite>> take_waiting();
    void wait_for_work(std::unique_lock<std::mutex>& lock);
    void answer_once_synced(std::vector<CommittedWrite>& writes);
    std::exception_ptr failure() const;

    std::function<void()> sync_;
    mutable std::mutex mutex_;
    std::condition_variable something_waits_;
    std::vector<CommittedWrite> waiting_;
    std::size_t being_synced_ = 0;
    std::optional<std::chrono::steady_clock::time_point> sync_by_;
    std::exception_ptr failure_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace app
