#include "assessments/pairing_rules.hpp"

#include <algorithm>
#include <utility>

#include "assessments/rules.hpp"

namespace assessments {
namespace {

// By their days, the first one first.
std::vector<Assessment const*> that_may_be_held_beside_another(
    std::span<Assessment const> all, LoadedInstrument const& loaded
) {
    std::vector<Assessment const*> found;
    for (auto const& one : all)
        if (one.instrument == loaded.id && is_whole(one, loaded.instrument) && tells_of_the_child(one, all))
            found.push_back(&one);
    std::ranges::stable_sort(found, {}, &Assessment::rated_on);
    return found;
}

// The first on entry, or else the first of all.
Assessment const* beginning_of(std::vector<Assessment const*> const& ratings, Assessment const& after) {
    Assessment const* first = nullptr;
    for (auto const* const one : ratings) {
        if (one->informant != after.informant || one->rated_on >= after.rated_on) continue;
        if (one->occasion == Occasion::entry) return one;
        if (first == nullptr) first = one;
    }
    return first;
}

}  // namespace

std::optional<BeforeAndAfter> before_and_after(
    std::span<Assessment const> all, LoadedInstrument const& loaded
) {
    auto const ratings = that_may_be_held_beside_another(all, loaded);
    for (auto after = ratings.rbegin(); after != ratings.rend(); ++after)
        if (auto const* const before = beginning_of(ratings, **after))
            return BeforeAndAfter{.before = before, .after = *after};
    return std::nullopt;
}

Assessment const* drawn_alone(std::span<Assessment const> all, LoadedInstrument const& loaded) {
    auto const worth = [&](Assessment const& one) {
        return std::pair(tells_of_the_child(one, all), is_whole(one, loaded.instrument));
    };
    Assessment const* found = nullptr;
    for (auto const& one : all) {
        if (one.instrument != loaded.id || standing_of(one, all) == Standing::taken_back) continue;
        if (found == nullptr || worth(one) >= worth(*found)) found = &one;
    }
    return found;
}

std::vector<NotDrawn> later_and_not_drawn(
    std::span<Assessment const> all, LoadedInstrument const& loaded, Assessment const& last_drawn
) {
    std::vector<NotDrawn> later;
    for (auto const& one : all) {
        if (one.instrument != loaded.id || !is_whole(one, loaded.instrument)) continue;
        if (one.id == last_drawn.id || one.rated_on < last_drawn.rated_on) continue;
        if (standing_of(one, all) == Standing::side_by_side)
            later.push_back({&one, WhyNotDrawn::side_by_side});
        else if (tells_of_the_child(one, all) && one.informant != last_drawn.informant)
            later.push_back({&one, WhyNotDrawn::another_view});
    }
    return later;
}

}  // namespace assessments
