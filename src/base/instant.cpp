#include "base/instant.hpp"

#include <chrono>

Instant clock_reading() {
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}
