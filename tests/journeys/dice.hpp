#pragma once

#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <random>

namespace journeys {

// Another one each time, or WITHY_RANDOM_SEED; printed, so that a run that was killed can be had again too.
inline unsigned seed_of_the_run() {
    auto const* const wanted = std::getenv("WITHY_RANDOM_SEED");
    auto const seed =
        wanted == nullptr ? std::random_device{}() : static_cast<unsigned>(std::strtoul(wanted, nullptr, 10));
    std::cout << "WITHY_RANDOM_SEED=" << seed << '\n' << std::flush;
    return seed;
}

// Chance that falls the same way for the same seed.
class Dice {
public:
    explicit Dice(unsigned seed) : generator_(seed) {}

    std::size_t below(std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(generator_);
    }
    bool one_in(std::size_t count) { return below(count) == 0; }
    bool are_below(std::size_t percent) { return below(100) < percent; }
    template <class Some>
    auto const& one_of(Some const& all) {
        return all[below(all.size())];
    }

private:
    std::mt19937 generator_;
};

}  // namespace journeys
