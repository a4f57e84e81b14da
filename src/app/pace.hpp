#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

#include "base/instant.hpp"

namespace app {

// How often something may be asked for: so many at once, and so many more each minute.
struct Allowance {
    double at_once = 0;
    double a_minute = 0;
};

// Counts what comes by each key. In this process's memory alone: several servers each allow as much. Any
// thread may ask.
class Pace {
public:
    explicit Pace(Allowance allowance) : allowance_(allowance) {}

    // Counts one more of this key, and says whether it may be served. What is refused is not counted.
    bool allows(std::string const& key, Instant now);

private:
    struct Left {
        double count = 0;
        Instant at;
    };
    double left_at(Left const& left, Instant now) const;
    void forget_the_patient(Instant now);

    Allowance allowance_;
    std::mutex mutex_;
    std::unordered_map<std::string, Left> left_;
};

}  // namespace app
