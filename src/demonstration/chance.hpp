#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace demonstration {

// Chance that falls the same way for the same seed, on every machine: the distributions of the standard
// library may differ between compilers, so these are our own.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}

    // From 0 to count - 1, each as likely as the others but for a part in 2^32.
    std::size_t below(std::size_t count) {
        return static_cast<std::size_t>(((engine_() >> 32) * static_cast<std::uint64_t>(count)) >> 32);
    }

    // From first to last, both included.
    int between(int first, int last) {
        return first + static_cast<int>(below(static_cast<std::size_t>(last - first) + 1));
    }

    // True in so many of a hundred.
    bool in_a_hundred(int times) { return below(100) < static_cast<std::size_t>(times); }

    template <class T, std::size_t count>
    T const& pick(std::array<T, count> const& from) {
        return from[below(count)];
    }
    template <class T>
    T const& pick(std::span<T const> from) {
        return from[below(from.size())];
    }
    template <class T>
    T const& pick(std::vector<T> const& from) {
        return from[below(from.size())];
    }

    template <class T>
    void shuffle(std::vector<T>& things) {
        for (std::size_t left = things.size(); left > 1; --left)
            std::swap(things[left - 1], things[below(left)]);
    }

    // Chance of its own, so that what is drawn here leaves everything else as it was.
    Chance apart() { return Chance(engine_()); }

private:
    std::mt19937_64 engine_;
};

}  // namespace demonstration
