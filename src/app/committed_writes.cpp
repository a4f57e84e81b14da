#include "app/committed_writes.hpp"

#include <spdlog/spdlog.h>

#include <iterator>
#include <utility>

namespace app {
namespace {

std::string words_of(std::exception_ptr const& cause) {
    try {
        std::rethrow_exception(cause);
    } catch (std::exception const& fault) {
        return fault.what();
    }
}

}  // namespace

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

void CommittedWrites::push(std::vector<CommittedWrite> writes) {
    {
        std::lock_guard const lock(mutex_);
        std::ranges::move(writes, std::back_inserter(waiting_));
    }
    something_waits_.notify_one();
}

std::size_t CommittedWrites::waiting() const {
    std::lock_guard const lock(mutex_);
    return waiting_.size() + being_synced_;
}

void CommittedWrites::fail(std::exception_ptr const& cause) {
    std::lock_guard const lock(mutex_);
    if (!std::exchange(failed_, true))
        spdlog::critical(
            "the disk failed; nothing is saved until Withy is started again: {}", words_of(cause)
        );
}

bool CommittedWrites::failed() const {
    std::lock_guard const lock(mutex_);
    return failed_;
}

void CommittedWrites::work() {
    for (;;) {
        auto writes = take_waiting();
        if (writes.empty()) return;
        answer_once_synced(writes);
    }
}

std::vector<CommittedWrite> CommittedWrites::take_waiting() {
    std::unique_lock lock(mutex_);
    being_synced_ = 0;
    something_waits_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    being_synced_ = waiting_.size();
    return std::exchange(waiting_, {});
}

void CommittedWrites::answer_once_synced(std::vector<CommittedWrite>& writes) {
    std::exception_ptr failure;
    try {
        sync_();
    } catch (...) {
        failure = std::current_exception();
        fail(failure);
    }
    for (auto& [write, response] : writes)
        write.answer(failure ? write.refuse(failure) : std::move(response));
}

}  // namespace app
