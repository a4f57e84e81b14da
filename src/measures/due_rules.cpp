#include "measures/due_rules.hpp"

#include <algorithm>

namespace measures {
namespace {

struct Due {
    MeasureId measure;
    Occasion occasion;
};

std::vector<Due> due_on(std::span<Measure const> standing, schools::OpenDays const& open, Date today) {
    std::vector<Due> all;
    for (auto const& measure : standing)
        if (auto occasion = occasion_of(measure.definition.taken_each, open, today))
            all.push_back({measure.id, std::move(*occasion)});
    return all;
}

bool has(LastScored const& pupil, Due const& due) {
    auto const last = pupil.by_measure.find(due.measure);
    return last != pupil.by_measure.end() && last->second >= due.occasion.first;
}

bool has_all(LastScored const& pupil, std::vector<Due> const& due) {
    return std::ranges::all_of(due, [&](Due const& one) { return has(pupil, one); });
}

}  // namespace

std::vector<PupilId> who_lack_one(
    std::span<Measure const> standing,
    schools::OpenDays const& open,
    std::span<LastScored const> pupils,
    Date today
) {
    auto const due = due_on(standing, open, today);
    std::vector<PupilId> lacking;
    for (auto const& pupil : pupils)
        if (!has_all(pupil, due)) lacking.push_back(pupil.pupil);
    return lacking;
}

std::optional<Outstanding> outstanding(
    std::span<Measure const> standing,
    schools::OpenDays const& open,
    std::span<LastScored const> pupils,
    Date today
) {
    auto const due = due_on(standing, open, today);
    if (due.empty()) return std::nullopt;
    auto const complete =
        std::ranges::count_if(pupils, [&](LastScored const& pupil) { return has_all(pupil, due); });
    if (complete == std::ssize(pupils)) return std::nullopt;
    auto const over_first =
        std::ranges::min_element(due, {}, [](Due const& one) { return one.occasion.last; });
    return Outstanding{
        .occasion = over_first->occasion,
        .pupils = static_cast<int>(pupils.size()),
        .complete = static_cast<int>(complete)};
}

}  // namespace measures
