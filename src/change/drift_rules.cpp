#include "change/drift_rules.hpp"

#include <algorithm>
#include <map>

namespace change {
namespace {

using measures::Measure;
using Scores = std::map<PupilId, int>;

double points(int hundredths) { return hundredths / 100.0; }

// The takings of one measure in which the child has a score, by their days.
std::map<Date, Scores> takings_of(
    std::span<ClassScore const> scores, Measure const& measure, PupilId const& child
) {
    std::map<Date, Scores> takings;
    for (auto const& one : scores)
        if (one.measure == measure.id) takings[one.taken_on][one.pupil] = one.score;
    std::erase_if(takings, [&](auto const& taking) { return !taking.second.contains(child); });
    return takings;
}

// The last one up to the day; the first of all where none was that early.
std::map<Date, Scores>::const_iterator first_of(std::map<Date, Scores> const& takings, Date began_on) {
    auto const after = takings.upper_bound(began_on);
    return after == takings.begin() ? after : std::prev(after);
}

std::optional<ClassDrift> drift_of(
    std::map<Date, Scores> const& takings, Measure const& measure, PupilId const& child, Date began_on
) {
    if (takings.size() < 2) return std::nullopt;
    auto const first = first_of(takings, began_on);
    auto const last = std::prev(takings.end());
    if (first == last) return std::nullopt;
    ClassDrift drift{
        .measure = measure.definition.name,
        .concern_when = measure.definition.concern_when,
        .first_on = first->first,
        .last_on = last->first,
        .own_before = points(first->second.at(child)),
        .own_after = points(last->second.at(child))};
    double sum = 0;
    for (auto const& [pupil, before] : first->second) {
        auto const after = last->second.find(pupil);
        if (pupil == child || after == last->second.end()) continue;
        ++drift.classmates;
        sum += points(after->second - before);
    }
    if (drift.classmates < fewest_others) return std::nullopt;
    drift.class_change = sum / drift.classmates;
    return drift;
}

}  // namespace

std::vector<ClassDrift> class_drift(
    std::span<ClassScore const> scores, std::span<Measure const> measures, PupilId const& child, Date began_on
) {
    std::vector<ClassDrift> all;
    for (auto const& measure : measures)
        if (auto const drift = drift_of(takings_of(scores, measure, child), measure, child, began_on))
            all.push_back(*drift);
    return all;
}

}  // namespace change
