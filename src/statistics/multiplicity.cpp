#include "statistics/multiplicity.hpp"

#include <algorithm>
#include <functional>

namespace statistics {
namespace {

// The places of the tests that were made, the smallest p first.
Result<std::vector<std::size_t>> from_the_smallest(std::span<std::optional<double> const> p) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (!p[i]) continue;
        if (!(*p[i] >= 0 && *p[i] <= 1)) return refuse(Refusal::p_out_of_range);
        places.push_back(i);
    }
    std::ranges::stable_sort(places, {}, [&](std::size_t place) { return *p[place]; });
    return places;
}

}  // namespace

Result<Probabilities> holm(std::span<std::optional<double> const> p) {
    return from_the_smallest(p).map([&](std::vector<std::size_t> const& places) {
        Probabilities adjusted(p.size());
        double largest = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            largest = std::max(largest, static_cast<double>(places.size() - i) * *p[places[i]]);
            adjusted[places[i]] = std::min(1.0, largest);
        }
        return adjusted;
    });
}

Result<Probabilities> benjamini_hochberg(std::span<std::optional<double> const> p) {
    return from_the_smallest(p).map([&](std::vector<std::size_t> const& places) {
        Probabilities adjusted(p.size());
        double smallest = 1;
        auto const tests = static_cast<double>(places.size());
        for (std::size_t i = places.size(); i-- > 0;) {
            smallest = std::min(smallest, tests * *p[places[i]] / static_cast<double>(i + 1));
            adjusted[places[i]] = smallest;
        }
        return adjusted;
    });
}

}  // namespace statistics
