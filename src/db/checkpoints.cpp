#include "db/checkpoints.hpp"

#include <chrono>

namespace db {
namespace {

using namespace std::chrono_literals;

constexpr auto pause = 100ms;

}  // namespace

Checkpoints::Checkpoints(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)), thread_([this] { work(); }) {}

Checkpoints::~Checkpoints() {
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
    }
    ends_.notify_one();
    thread_.join();
}

void Checkpoints::work() {
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            if (ends_.wait_for(lock, pause, [this] { return stopping_; })) return;
        }
        try {
            connection_->run("PRAGMA wal_checkpoint(PASSIVE)");
        } catch (...) {
            // A full disk or a busy file: nothing is lost, the log stands, and the next save meets the cause.
        }
    }
}

}  // namespace db
