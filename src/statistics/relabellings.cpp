#include "statistics/relabellings.hpp"

#include <algorithm>
#include <cstdlib>
#include <random>
#include <utility>
#include <vector>

namespace statistics {
namespace {

using Counts = std::vector<double>;

std::vector<double> together(std::span<double const> before, std::span<double const> during) {
    std::vector<double> all(before.begin(), before.end());
    all.insert(all.end(), during.begin(), during.end());
    return all;
}

std::vector<std::size_t> sizes_of_ties(std::vector<double> all) {
    std::ranges::sort(all);
    std::vector<std::size_t> sizes;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (i > 0 && all[i] == all[i - 1])
            ++sizes.back();
        else
            sizes.push_back(1);
    return sizes;
}

// In how many ways `chosen` of so many can be labelled.
std::vector<double> ways_of_choosing(std::size_t of) {
    std::vector<double> ways(of + 1, 1);
    for (std::size_t chosen = 1; chosen <= of; ++chosen)
        ways[chosen] = ways[chosen - 1] * static_cast<double>(of - chosen + 1) / static_cast<double>(chosen);
    return ways;
}

// For each number of ratings labelled "during" so far, the relabellings by doubled wins.
class Distribution {
public:
    Distribution(std::size_t before, std::size_t during)
        : before_(before), during_(during), counts_(during + 1, Counts(2 * before * during + 1)) {
        counts_[0][0] = 1;
    }

    void add_group(std::size_t size) {
        auto const ways = ways_of_choosing(size);
        std::vector<Counts> next(during_ + 1, Counts(2 * before_ * during_ + 1));
        for (std::size_t labelled = 0; labelled <= std::min(during_, seen_); ++labelled) {
            if (seen_ - labelled > before_) continue;
            for (std::size_t more = 0; more <= std::min(size, during_ - labelled); ++more)
                if (seen_ - labelled + size - more <= before_)
                    move(
                        counts_[labelled],
                        next[labelled + more],
                        more * (2 * (seen_ - labelled) + size - more),
                        ways[more]
                    );
        }
        counts_ = std::move(next);
        seen_ += size;
    }

    Counts const& by_doubled_wins() const { return counts_[during_]; }

private:
    static void move(Counts const& from, Counts& to, std::size_t wins, double ways) {
        for (std::size_t i = 0; i + wins < to.size(); ++i) to[i + wins] += from[i] * ways;
    }

    std::size_t before_;
    std::size_t during_;
    std::size_t seen_ = 0;
    std::vector<Counts> counts_;
};

// Bounds differ between libraries' distributions, and a seed must give the same everywhere.
std::size_t drawn_below(std::mt19937_64& random, std::size_t bound) {
    auto const usable = std::mt19937_64::max() - std::mt19937_64::max() % bound;
    auto number = random();
    while (number >= usable) number = random();
    return static_cast<std::size_t>(number % bound);
}

// Puts so many of them, drawn at random, in front.
void draw_in_front(std::vector<double>& all, std::size_t many, std::mt19937_64& random) {
    for (std::size_t i = 0; i < many; ++i) std::swap(all[i], all[i + drawn_below(random, all.size() - i)]);
}

}  // namespace

std::int64_t doubled_wins(std::span<double const> before, std::span<double const> during) {
    std::vector<double> sorted(before.begin(), before.end());
    std::ranges::sort(sorted);
    std::int64_t wins = 0;
    for (auto const rating : during)
        wins += (std::ranges::lower_bound(sorted, rating) - sorted.begin()) +
                (std::ranges::upper_bound(sorted, rating) - sorted.begin());
    return wins;
}

Tails exact_tails(std::span<double const> before, std::span<double const> during) {
    Distribution distribution(before.size(), during.size());
    for (auto const size : sizes_of_ties(together(before, during))) distribution.add_group(size);
    auto const middle = static_cast<std::int64_t>(before.size() * during.size());
    auto const seen = doubled_wins(before, during);
    double all = 0;
    double high = 0;
    double far = 0;
    for (std::int64_t wins = 0; auto const count : distribution.by_doubled_wins()) {
        all += count;
        if (wins >= seen) high += count;
        if (std::abs(wins - middle) >= std::abs(seen - middle)) far += count;
        ++wins;
    }
    return {.as_high = high / all, .as_far = far / all};
}

Tails drawn_tails(
    std::span<double const> before, std::span<double const> during, std::uint64_t seed, int drawn
) {
    std::mt19937_64 random(seed);
    auto all = together(before, during);
    auto const middle = static_cast<std::int64_t>(before.size() * during.size());
    auto const seen = doubled_wins(before, during);
    int high = 1;
    int far = 1;
    for (int i = 0; i < drawn; ++i) {
        draw_in_front(all, before.size(), random);
        auto const wins =
            doubled_wins(std::span(all).first(before.size()), std::span(all).subspan(before.size()));
        if (wins >= seen) ++high;
        if (std::abs(wins - middle) >= std::abs(seen - middle)) ++far;
    }
    return {.as_high = high / (1. + drawn), .as_far = far / (1. + drawn)};
}

}  // namespace statistics
