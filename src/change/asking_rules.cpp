#include "change/asking_rules.hpp"

#include <algorithm>

namespace change {
namespace {

using assessments::WeeklyInstrument;

bool fits(WeeklyInstrument const& instrument, int age) {
    return instrument.ages.holds(age) &&
           std::ranges::count(instrument.informants, assessments::Informant::class_teacher) > 0;
}

bool is_rated_already(Rateable const& child, Date today) {
    return child.last_on && *child.last_on >= calendar::monday_of(today);
}

bool is_to_be_rated(Rateable const& child) {
    return child.began_on ? child.before > 0 : child.ratings < ratings_before;
}

}  // namespace

std::optional<InstrumentId> instrument_for(
    Rateable const& child, std::span<WeeklyInstrument const> instruments, Date today
) {
    auto const age = calendar::years_between(child.born_on, today);
    WeeklyInstrument const* best = nullptr;
    for (auto const& one : instruments) {
        if (!fits(one, age)) continue;
        if (child.last_by == one.id) return one.id;
        if (best == nullptr || (one.names_items && !best->names_items)) best = &one;
    }
    return best == nullptr ? std::nullopt : std::optional(best->id);
}

std::optional<ToRate> asked_this_week(
    Rateable const& child, std::span<WeeklyInstrument const> instruments, Date today
) {
    if (is_rated_already(child, today) || !is_to_be_rated(child)) return std::nullopt;
    auto const by = instrument_for(child, instruments, today);
    if (!by) return std::nullopt;
    constexpr int to_friday = 4;
    return ToRate{
        .the_case = child.the_case,
        .pupil = child.pupil,
        .name = child.name,
        .by = *by,
        .phase = child.began_on ? Phase::during : Phase::before,
        .number = child.before + 1,
        .by_on = calendar::monday_of(today) + to_friday,
        .is_first = child.ratings == 0};
}

}  // namespace change
