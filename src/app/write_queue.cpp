#include "app/write_queue.hpp"

#include <algorithm>
#include <vector>

namespace app {
namespace {

constexpr std::size_t most_together = 64;
constexpr std::size_t most_waiting = 4096;

}  // namespace

bool stays(http::Response const& response) { return response.status < 400 || response.keeps_writes; }

WriteQueue::WriteQueue(db::Writer writer)
    : connection_(std::move(writer.connection)),
      committed_(std::move(writer.sync)),
      thread_([this] { work(); }) {}

WriteQueue::~WriteQueue() {
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
    }
    something_waits_.notify_one();
    thread_.join();
}

bool WriteQueue::push(Write write) {
    {
        std::lock_guard const lock(mutex_);
        if (stopping_ || waiting_.size() + committed_.waiting() >= most_waiting) return false;
        waiting_.push_back(std::move(write));
    }
    something_waits_.notify_one();
    return true;
}

void WriteQueue::work() {
    for (;;) {
        auto writes = take_waiting();
        if (writes.empty()) return;
        commit_together(std::move(writes));
    }
}

std::deque<Write> WriteQueue::take_waiting() {
    std::unique_lock lock(mutex_);
    something_waits_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    std::deque<Write> taken;
    while (!waiting_.empty() && taken.size() < most_together) {
        taken.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
    }
    return taken;
}

void WriteQueue::commit_together(std::deque<Write> writes) {
    std::vector<http::Response> responses;
    try {
        if (!saves()) throw NothingIsSaved();
        connection_->begin(db::Mode::write);
        for (auto const& write : writes) responses.push_back(run_alone(write));
        connection_->commit();
    } catch (db::DiskFailed const&) {
        committed_.fail(std::current_exception());
        return refuse(writes, std::current_exception());
    } catch (...) {
        return refuse(writes, std::current_exception());
    }
    std::vector<CommittedWrite> committed;
    for (std::size_t i = 0; i < writes.size(); ++i)
        committed.push_back({std::move(writes[i]), std::move(responses[i])});
    committed_.push(std::move(committed));
}

void WriteQueue::refuse(std::deque<Write> const& writes, std::exception_ptr const& cause) {
    connection_->rollback();
    for (auto const& write : writes) write.answer(write.refuse(cause));
}

// What a write throws undoes it alone. A full disk ends the whole transaction, since SQLite may have undone
// it already; so does a savepoint that can't be gone back to.
http::Response WriteQueue::run_alone(Write const& write) {
    connection_->savepoint();
    try {
        auto response = write.run(*connection_);
        if (!stays(response)) connection_->rollback_to_savepoint();
        connection_->release_savepoint();
        return response;
    } catch (db::Full const&) {
        throw;
    } catch (db::DiskFailed const&) {
        throw;
    } catch (...) {
        connection_->rollback_to_savepoint();
        connection_->release_savepoint();
        return write.refuse(std::current_exception());
    }
}

}  // namespace app
