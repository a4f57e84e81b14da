#pragma once

#include <chrono>
#include <thread>

#include "db/connection.hpp"

namespace db {

// Does it again where others write just then: twenty times, 50 ms apart; then throws Busy.
auto patiently(auto const& write) {
    constexpr int most_tries = 20;
    for (int attempt = 1; attempt < most_tries; ++attempt) {
        try {
            return write();
        } catch (Busy const&) {
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
        }
    }
    return write();
}

}  // namespace db
