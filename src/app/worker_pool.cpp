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

WorkerPool::WorkerPool(db::Database& database, db::Mode mode, std::size_t threads) : workers_(threads) {
    for (auto& worker : workers_) worker.connection = database.connect(mode);
    for (auto& worker : workers_) worker.thread = std::thread([this, &worker] { serve(worker); });
}

WorkerPool::~WorkerPool() { end(); }

void WorkerPool::end() {
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
        for (auto& worker : workers_) worker.is_called.notify_one();
    }
    for (auto& worker : workers_)
        if (worker.thread.joinable()) worker.thread.join();
}

bool WorkerPool::push(Work work) {
    std::lock_guard const lock(mutex_);
    if (stopping_ || waiting_.size() >= most_waiting) return false;
    waiting_.push_back(std::move(work));
    if (!idle_.empty()) {
        idle_.back()->is_called.notify_one();
        idle_.pop_back();
    }
    return true;
}

std::size_t WorkerPool::waiting() const {
    std::lock_guard const lock(mutex_);
    return waiting_.size();
}

std::size_t WorkerPool::idle() const {
    std::lock_guard const lock(mutex_);
    return idle_.size();
}

void WorkerPool::serve(Worker& worker) {
    std::unique_lock lock(mutex_);
    for (;;) {
        while (waiting_.empty()) {
            if (stopping_) return;
            idle_.push_back(&worker);
            worker.is_called.wait(lock);
            std::erase(idle_, &worker);
        }
        {
            auto const work = std::move(waiting_.front());
            waiting_.pop_front();
            lock.unlock();
            run_alone(work, *worker.connection);
        }
        lock.lock();
    }
}

}  // namespace app
