#include "app/worker_pool.hpp"

#include <spdlog/spdlog.h>

namespace app {
namespace {

constexpr std::size_t most_waiting = 4096;

void run_alone(WorkerPool::Work const& work, db::Connection& connection) {
    try {
        work(connection);
        return;
    } catch (std::exception const& fault) {
        spdlog::error("a worker's task failed: {}", fault.what());
    } catch (...) {
        spdlog::error("a worker's task failed");
    }
    connection.rollback();
}

}  // namespace

WorkerPool::WorkerPool(db::Database& database, db::Mode mode, std::size_t threads) {
    for (std::size_t i = 0; i < threads; ++i) connections_.push_back(database.connect(mode));
    for (auto& connection : connections_) threads_.emplace_back([this, &connection] { serve(*connection); });
}

WorkerPool::~WorkerPool() { end(); }

void WorkerPool::end() {
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
    }
    something_waits_.notify_all();
    for (auto& thread : threads_)
        if (thread.joinable()) thread.join();
}

bool WorkerPool::push(Work work) {
    {
        std::lock_guard const lock(mutex_);
        if (stopping_ || waiting_.size() >= most_waiting) return false;
        waiting_.push_back(std::move(work));
    }
    something_waits_.notify_one();
    return true;
}

std::size_t WorkerPool::waiting() const {
    std::lock_guard const lock(mutex_);
    return waiting_.size();
}

void WorkerPool::serve(db::Connection& connection) {
    for (;;) {
        Work work;
        {
            std::unique_lock lock(mutex_);
            something_waits_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            work = std::move(waiting_.front());
            waiting_.pop_front();
        }
        run_alone(work, connection);
    }
}

}  // namespace app
