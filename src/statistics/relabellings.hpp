#pragma once

#include <cstdint>
#include <span>

namespace statistics {

// The shares of all ways of sharing out the same ratings that give as much as was seen; each counts itself.
struct Tails {
    double as_high = 1;
    double as_far = 1;  // from half of the pairs, on either side
};

// Twice the pairs in which the one during is higher, a tie counting one.
std::int64_t doubled_wins(std::span<double const> before, std::span<double const> during);

// Exact, by counting how many relabellings give each number of pairs, one group of equal ratings after the
// other: within 1e-12 of their share. For some hundred ratings.
Tails exact_tails(std::span<double const> before, std::span<double const> during);

// From this many relabellings drawn at random, the one seen counted among them; the same for the same seed.
Tails drawn_tails(
    std::span<double const> before, std::span<double const> during, std::uint64_t seed, int drawn
);

}  // namespace statistics
