#include "db/checkpoints.hpp"

#include <chrono>

namespace db {
namespace {

using namespace std::chrono_literals;

constexpr auto pause = 100ms;

}  // namespace

Checkpoints::Checkpoints(std::unique_ptr<Connection> connection, int rounds_to_empty)
    : connection_(std::move(connection)), rounds_to_empty_(rounds_to_empty), thread_([this] { work(); }) {}

Checkpoints::~Checkpoints() {
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
    }
    ends_.notify_one();
    thread_.join();
}

void Checkpoints::work() {
    for (int round = 1;; ++round) {
        {
            std::unique_lock lock(mutex_);
            if (ends_.wait_for(lock, pause, [this] { return stopping_; })) return;
        }
        try {
            connection_->run("PRAGMA wal_checkpoint(PASSIVE)");
            if (round % rounds_to_empty_ == 0) connection_->run("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (...) {
            // A full disk, a failing one or a busy file: the log stands, and what did not come into the file
            // is moved again. That the log itself can't be written is told to the writer's own sync too.
        }
    }
}

}  // namespace db
