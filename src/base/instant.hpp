#pragma once

#include <compare>
#include <cstdint>

// A point in time: milliseconds since 1970 in UTC. Columns that hold one end in `_at`.
struct Instant {
    std::int64_t milliseconds = 0;

    friend bool operator==(Instant, Instant) = default;
    friend auto operator<=>(Instant, Instant) = default;
};

constexpr std::int64_t seconds = 1000;
constexpr std::int64_t minutes = 60 * seconds;
constexpr std::int64_t hours = 60 * minutes;

constexpr Instant operator+(Instant instant, std::int64_t milliseconds) {
    return {instant.milliseconds + milliseconds};
}
constexpr Instant operator-(Instant instant, std::int64_t milliseconds) {
    return {instant.milliseconds - milliseconds};
}
constexpr std::int64_t operator-(Instant later, Instant earlier) {
    return later.milliseconds - earlier.milliseconds;
}

// The time now by this machine's clock. Called once a request, at the edge; rules are given the time.
Instant clock_reading();
