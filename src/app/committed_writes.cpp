#include "app/committed_writes.hpp"

#include <utility>

namespace app {

CommittedWrites::CommittedWrites(std::function<void()> sync)
    : sync_(std::move(sync)), thread_([this] { work(); }) {}

CommittedWrites::~CommittedWrites() {
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
    }
    something_waits_.notify_one();
    thread_.join();
}

void CommittedWrites::push(std::deque<Write> writes, std::vector<http::Response> responses) {
    {
        std::lock_guard const lock(mutex_);
        committed_.push_back({std::move(writes), std::move(responses)});
    }
    something_waits_.notify_one();
}

std::exception_ptr CommittedWrites::failure() const {
    std::lock_guard const lock(mutex_);
    return failure_;
}

void CommittedWrites::work() {
    for (;;) {
        auto commits = take_committed();
        if (commits.empty()) return;
        sync_once();
        auto const failed = failure();
        for (auto& [writes, responses] : commits)
            for (std::size_t i = 0; i < writes.size(); ++i)
                writes[i].answer(failed ? writes[i].refuse(failed) : std::move(responses[i]));
    }
}

std::deque<CommittedWrites::Commit> CommittedWrites::take_committed() {
    std::unique_lock lock(mutex_);
    something_waits_.wait(lock, [this] { return stopping_ || !committed_.empty(); });
    return std::exchange(committed_, {});
}

void CommittedWrites::sync_once() noexcept {
    try {
        sync_();
    } catch (...) {
        std::lock_guard const lock(mutex_);
        failure_ = std::current_exception();
    }
}

}  // namespace app
