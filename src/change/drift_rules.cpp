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

// A term with its holidays, at the longest.
constexpr int days_of_a_term = 112;

struct FirstAndLast {
    std::map<Date, Scores>::const_iterator first;
    std::map<Date, Scores>::const_iterator last;
};

// Around the support. Of a first taking after it began, part of the support would lie before it.
std::optional<FirstAndLast> around(std::map<Date, Scores> const& takings, Support const& support) {
    auto const first = takings.upper_bound(*support.began_on);
    auto const last =
        support.ended_on ? takings.upper_bound(*support.ended_on + days_of_a_term) : takings.end();
    if (first == takings.begin() || last == first) return std::nullopt;
    return FirstAndLast{std::prev(first), std::prev(last)};
}

std::optional<ClassDrift> drift_of(
    std::map<Date, Scores> const& takings,
    Measure const& measure,
    PupilId const& child,
    Support const& support
) {
    auto const found = around(takings, support);
    if (!found) return std::nullopt;
    auto const& [first, last] = *found;
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
    std::span<ClassScore const> scores,
    std::span<Measure const> measures,
    PupilId const& child,
    Support const& support
) {
    std::vector<ClassDrift> all;
    if (!support.began_on) return all;
    for (auto const& measure : measures)
        if (auto const drift = drift_of(takings_of(scores, measure, child), measure, child, support))
            all.push_back(*drift);
    return all;
}

}  // namespace change
