#include "db/rounds.hpp"

#include <exception>
#include <utility>

namespace db {

Rounds::Rounds(std::unique_ptr<Connection> connection, Pace pace, Act act, Tell tell)
    : connection_(std::move(connection)),
      pace_(pace),
      act_(std::move(act)),
      tell_(std::move(tell)),
      thread_([this] { work(); }) {}

Rounds::~Rounds() {
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
    }
    ends_.notify_one();
    thread_.join();
}

// False where the end comes first.
bool Rounds::waits(std::chrono::milliseconds how_long) {
    std::unique_lock lock(mutex_);
    return !ends_.wait_for(lock, how_long, [this] { return stopping_; });
}

void Rounds::work() {
    for (auto pause = pace_.before_the_first; waits(pause); pause = pace_.between) {
        try {
            act_(*connection_);
        } catch (std::exception const& fault) {
            connection_->rollback();
            tell_(fault.what());
        }
    }
}

}  // namespace db
