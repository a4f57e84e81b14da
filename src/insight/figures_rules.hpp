#pragma once

#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "insight/insight.hpp"

namespace insight {

using Children = std::vector<Child const*>;

// Those who have it, but so many left out, the first first, that nobody or five children and more are not
// counted. Nobody where that leaves fewer than five.
std::set<Child const*> counted_by_lot(
    Children const& children, std::function<bool(Child const&)> const& have_it
);

// What may be told of these supported children; how they changed only with those who count as measured.
Cell cell_of(Children const& children, std::set<Child const*> const* measured);

// How all of them changed by each scale that enough were measured by twice. Scales of one instrument, kind of
// adult and time are told of the same children, so that no two rows differ by a few.
std::vector<ScaleChange> scales_of(Children const& children);

}  // namespace insight
