#include "referrals/priority_rules.hpp"

#include <algorithm>
#include <tuple>

#include "referrals/prioritisation.hpp"

namespace referrals {
namespace {

constexpr int points_a_step_of_need = 3;
constexpr int points_a_step_of_impact = 2;
constexpr int points_without_earlier_support = 2;
constexpr int days_for_a_point = 28;
constexpr int most_since_concern = 3;
constexpr int most_for_waiting = 6;

int points_for_time(int days, int most) { return std::clamp(days / days_for_a_point, 0, most); }

}  // namespace

Suggestion suggestion_for(Weighing const& weighing) {
    return {
        .weighing = weighing,
        .parts = {
            Points{
                PartOfPriority::need,
                weighing.need * points_a_step_of_need,
                most_weight * points_a_step_of_need},
            Points{
                PartOfPriority::impact_on_learning,
                weighing.impact_on_learning * points_a_step_of_impact,
                most_weight * points_a_step_of_impact},
            Points{
                PartOfPriority::earlier_support,
                weighing.earlier_support ? 0 : points_without_earlier_support,
                points_without_earlier_support},
            Points{
                PartOfPriority::since_concern,
                points_for_time(weighing.days_since_concern, most_since_concern),
                most_since_concern},
            Points{
                PartOfPriority::waiting,
                points_for_time(weighing.days_waiting, most_for_waiting),
                most_for_waiting}}};
}

std::vector<int> suggested_places(std::span<Ranked const> children) {
    auto const comes_before = [](Ranked const& one, Ranked const& other) {
        return std::tie(one.points, one.days_since_concern) >
               std::tie(other.points, other.days_since_concern);
    };
    std::vector<int> places;
    for (auto const& child : children) {
        auto const before =
            std::ranges::count_if(children, [&](auto const& other) { return comes_before(other, child); });
        places.push_back(static_cast<int>(before) + 1);
    }
    return places;
}

}  // namespace referrals
