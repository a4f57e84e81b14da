#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace db {

// How long whoever goes round waits before the first round, and between two.
struct Pace {
    std::chrono::milliseconds before_the_first;
    std::chrono::milliseconds between;
};

// Goes round on a thread of its own, from when it is started until it ends. What its rounds need has to
// outlive it: it is the last member of whoever has it.
class Walk {
public:
    // Says whether the next round is to follow at once. Throws nothing.
    using Round = std::function<bool()>;

    Walk() = default;
    ~Walk();
    Walk(Walk const&) = delete;
    Walk& operator=(Walk const&) = delete;

    void start(Pace pace, Round round);
    // The next round begins now.
    void poke();
    // For a round that takes long.
    bool is_ending();

private:
    bool waits(std::chrono::milliseconds how_long);

    std::mutex mutex_;
    std::condition_variable something_happens_;
    bool poked_ = false;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace db
