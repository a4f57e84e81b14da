#include "app/committed_writes.hpp"

#include <spdlog/spdlog.h>

#include <iterator>
#include <utility>

namespace app {
namespace {

// Of the 100 ms that a power cut may cost, the rest is the disk's own.
constexpr std::chrono::milliseconds until_the_sync{80};

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

void CommittedWrites::sync_soon() {
    {
        std::lock_guard const lock(mutex_);
        if (sync_by_) return;
        sync_by_ = std::chrono::steady_clock::now() + until_the_sync;
    }
    something_waits_.notify_one();
}

std::size_t CommittedWrites::waiting() const {
    std::lock_guard const lock(mutex_);
    return waiting_.size() + being_synced_;
}

void CommittedWrites::fail(std::exception_ptr const& cause) {
    std::lock_guard const lock(mutex_);
    if (failure_) return;
    failure_ = cause;
    spdlog::critical("the disk failed; nothing is saved until Withy is started again: {}", words_of(cause));
}

std::exception_ptr CommittedWrites::failure() const {
    std::lock_guard const lock(mutex_);
    return failure_;
}

void CommittedWrites::work() {
    while (auto writes = take_waiting()) answer_once_synced(*writes);
}

std::optional<std::vector<CommittedWrite>> CommittedWrites::take_waiting() {
    std::unique_lock lock(mutex_);
    being_synced_ = 0;
    wait_for_work(lock);
    if (waiting_.empty() && !sync_by_) return std::nullopt;
    sync_by_.reset();
    being_synced_ = waiting_.size();
    return std::exchange(waiting_, {});
}

void CommittedWrites::wait_for_work(std::unique_lock<std::mutex>& lock) {
    while (!stopping_ && waiting_.empty()) {
        if (!sync_by_)
            something_waits_.wait(lock);
        else if (something_waits_.wait_until(lock, *sync_by_) == std::cv_status::timeout)
            return;
    }
}

// What was committed while an earlier sync failed may be lost too, though its own sync went well.
void CommittedWrites::answer_once_synced(std::vector<CommittedWrite>& writes) {
    try {
        sync_();
    } catch (...) {
        fail(std::current_exception());
    }
    auto const failed = failure();
    for (auto& [write, response] : writes) write.answer(failed ? write.refuse(failed) : std::move(response));
}

}  // namespace app
