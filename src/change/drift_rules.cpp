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

int median(std::vector<int> numbers) {
    auto const middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::ranges::nth_element(numbers, middle);
    return *middle;
}

struct FirstAndLast {
    Date first_on;
    Date last_on;
    int first = 0;
    int last = 0;
};

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

std::vector<Waited> waited(std::span<WaitingScore const> scores) {
    std::map<std::string, std::map<CaseId, FirstAndLast>> by_scale;
    for (auto const& one : scores) {
        auto const [at, is_new] = by_scale[one.scale].try_emplace(
            one.the_case, FirstAndLast{one.rated_on, one.rated_on, one.score, one.score}
        );
        auto& child = at->second;
        if (one.rated_on < child.first_on) {
            child.first_on = one.rated_on;
            child.first = one.score;
        }
        if (one.rated_on >= child.last_on) {
            child.last_on = one.rated_on;
            child.last = one.score;
        }
    }
    std::vector<Waited> all;
    for (auto& [scale, children] : by_scale) {
        std::erase_if(children, [](auto const& one) { return one.second.first_on == one.second.last_on; });
        if (static_cast<int>(children.size()) < fewest_others) continue;
        std::vector<int> days;
        double sum = 0;
        for (auto const& [the_case, one] : children) {
            days.push_back(static_cast<int>((one.last_on.day - one.first_on.day).count()));
            sum += one.last - one.first;
        }
        all.push_back(
            {.scale = scale,
             .children = static_cast<int>(children.size()),
             .median_days = median(days),
             .mean_change = sum / static_cast<double>(children.size())}
        );
    }
    return all;
}

}  // namespace change
