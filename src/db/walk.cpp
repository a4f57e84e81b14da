#include "db/walk.hpp"

#include <utility>

namespace db {

Walk::~Walk() {
    {
        std::lock_guard const lock(mutex_);
        ending_ = true;
    }
    something_happens_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Walk::start(Pace pace, Round round) {
    thread_ = std::thread([this, pace, round = std::move(round)] {
        auto pause = pace.before_the_first;
        while (waits(pause)) pause = round() ? std::chrono::milliseconds{} : pace.between;
    });
}

void Walk::poke() {
    {
        std::lock_guard const lock(mutex_);
        poked_ = true;
    }
    something_happens_.notify_all();
}

bool Walk::is_ending() {
    std::lock_guard const lock(mutex_);
    return ending_;
}

// False where the end comes first.
bool Walk::waits(std::chrono::milliseconds how_long) {
    std::unique_lock lock(mutex_);
    something_happens_.wait_for(lock, how_long, [this] { return poked_ || ending_; });
    poked_ = false;
    return !ending_;
}

}  // namespace db
