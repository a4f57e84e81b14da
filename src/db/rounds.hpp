#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "db/connection.hpp"

namespace db {

// Does something again and again, on a thread and a connection of its own, until it ends.
class Rounds {
public:
    struct Pace {
        std::chrono::milliseconds before_the_first;
        std::chrono::milliseconds between;
    };
    using Act = std::function<void(Connection&)>;
    // Hears what kept a round from being done. Logs hold no personal data.
    using Tell = std::function<void(std::string const&)>;

    Rounds(std::unique_ptr<Connection> connection, Pace pace, Act act, Tell tell);
    ~Rounds();
    Rounds(Rounds const&) = delete;
    Rounds& operator=(Rounds const&) = delete;

private:
    bool waits(std::chrono::milliseconds how_long);
    void work();

    std::unique_ptr<Connection> connection_;
    Pace pace_;
    Act act_;
    Tell tell_;
    std::mutex mutex_;
    std::condition_variable ends_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace db
