#include "change/waiting_rules.hpp"

#include <algorithm>
#include <map>

#include "statistics/group_change.hpp"
#include "statistics/median.hpp"

namespace change {
namespace {

using Case = std::pair<PupilId, CaseId>;

struct FirstAndLast {
    WaitingScore const* first = nullptr;
    WaitingScore const* last = nullptr;
    int days() const { return static_cast<int>((last->rated_on.day - first->rated_on.day).count()); }
};

FirstAndLast widened(FirstAndLast held, WaitingScore const& by) {
    if (held.first == nullptr || by.rated_on < held.first->rated_on) held.first = &by;
    if (held.last == nullptr || by.rated_on >= held.last->rated_on) held.last = &by;
    return held;
}

// Pupils in the order of their cases: the first in which they were rated twice.
std::map<PupilId, FirstAndLast> rated_twice(std::map<Case, FirstAndLast> const& cases) {
    std::map<PupilId, FirstAndLast> children;
    for (auto const& [of, one] : cases)
        if (one.days() > 0) children.try_emplace(of.first, one);
    return children;
}

Waited moved_while_waiting(std::string const& scale, std::map<PupilId, FirstAndLast> const& children) {
    std::vector<int> days;
    std::vector<statistics::Measured> measured;
    double sum = 0;
    for (auto const& [pupil, one] : children) {
        days.push_back(one.days());
        sum += one.last->score - one.first->score;
        measured.push_back({static_cast<double>(one.first->score), static_cast<double>(one.last->score)});
    }
    Waited made{
        .scale = scale,
        .children = static_cast<int>(children.size()),
        .median_days = statistics::median(days),
        .mean_change = sum / static_cast<double>(children.size())};
    if (auto const change = statistics::paired_change(measured)) made.interval = change->test.interval;
    return made;
}

}  // namespace

std::vector<WaitingScore> on_one_form(
    std::span<WaitingScore const> scores,
    assessments::Instrument const& instrument,
    assessments::Occasion occasion,
    std::set<PupilId> const& but_for
) {
    auto const* const form = form_for(instrument, occasion);
    std::vector<WaitingScore> kept;
    for (auto const& one : scores) {
        auto const* const its_form = form_for(instrument, one.occasion);
        auto const* const scale = scale_of(instrument, one.scale);
        bool const is_alike = form != nullptr && its_form != nullptr && form->items == its_form->items;
        if (is_alike && scale != nullptr && !scale->named_by_child && !but_for.contains(one.pupil))
            kept.push_back(one);
    }
    return kept;
}

std::vector<Waited> waited(std::span<WaitingScore const> scores) {
    std::map<std::string, std::map<Case, FirstAndLast>> by_scale;
    for (auto const& one : scores) {
        auto& held = by_scale[one.scale][{one.pupil, one.the_case}];
        held = widened(held, one);
    }
    std::vector<Waited> all;
    for (auto const& [scale, cases] : by_scale) {
        auto const children = rated_twice(cases);
        if (static_cast<int>(children.size()) >= fewest_others)
            all.push_back(moved_while_waiting(scale, children));
    }
    return all;
}

}  // namespace change
