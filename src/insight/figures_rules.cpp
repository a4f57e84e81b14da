#include "insight/figures_rules.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "insight/block_rules.hpp"
#include "statistics/median.hpp"
#include "statistics/sample.hpp"

namespace insight {
namespace {

bool is_enough(std::size_t children) { return children >= static_cast<std::size_t>(fewest_children); }

std::vector<int> waits_of(Children const& children) {
    std::vector<int> days;
    for (auto const* child : children)
        if (auto const& waited = child->support->days_waited) days.push_back(*waited);
    return days;
}

// None where all changed alike, since it would tell how each of them did.
std::optional<GroupChange> change_of(std::vector<Change> const& changes) {
    if (!is_enough(changes.size())) return std::nullopt;
    std::vector<double> values;
    std::vector<int> days;
    for (auto const& change : changes) {
        values.push_back(change.by);
        days.push_back(change.days);
    }
    auto const summary = statistics::summary_of(values);
    if (!(summary.sd > 0)) return std::nullopt;
    return GroupChange{
        .measured = static_cast<int>(changes.size()),
        .mean = summary.mean,
        .deviation = summary.sd,
        .days_between = statistics::median(std::move(days))};
}

int sum_over(Children const& children, int Support::*sessions) {
    int sum = 0;
    for (auto const* child : children) sum += (*child->support).*sessions;
    return sum;
}

using OfOneTime = std::tuple<std::string, int, std::string, Span>;

// Of one version of an instrument, one kind of adult and one time: scales that stand beside each other.
std::map<OfOneTime, std::set<Scale>> scales_beside_each_other(Children const& children) {
    std::map<OfOneTime, std::set<Scale>> scales;
    for (auto const* child : children)
        for (auto const& [scale, change] : child->support->scores)
            scales[{scale.instrument, scale.version, scale.informant, scale.span}].insert(scale);
    return scales;
}

// One that some have and others have not would tell how many have it: it is left out.
std::set<Scale> had_by_all_who_have_any(Children const& children, std::set<Scale> scales) {
    Children rated;
    std::ranges::copy_if(children, std::back_inserter(rated), [&](auto const* child) {
        return std::ranges::any_of(scales, [&](Scale const& scale) {
            return child->support->scores.contains(scale);
        });
    });
    std::erase_if(scales, [&](Scale const& scale) {
        return !std::ranges::all_of(rated, [&](auto const* child) {
            return child->support->scores.contains(scale);
        });
    });
    return scales;
}

// None of them where everybody changed alike by one, since the others give away what is left out of a sum.
std::vector<ScaleChange> told_of(Children const& children, std::set<Scale> const& scales) {
    if (scales.empty()) return {};
    auto const counted = counted_by_lot(children, [&](Child const& one) {
        return one.support->scores.contains(*scales.begin());
    });
    std::vector<ScaleChange> told;
    for (auto const& scale : scales) {
        std::vector<Change> changes;
        for (auto const* child : counted) changes.push_back(child->support->scores.at(scale));
        auto const change = change_of(changes);
        if (!change) return {};
        told.push_back({.scale = scale, .change = *change});
    }
    return told;
}

}  // namespace

std::set<Child const*> counted_by_lot(
    Children const& children, std::function<bool(Child const&)> const& have_it
) {
    Children having;
    std::ranges::copy_if(children, std::back_inserter(having), [&](auto const* child) {
        return have_it(*child);
    });
    auto const without = static_cast<int>(children.size() - having.size());
    auto const left_out = may_be_told(without) ? 0 : fewest_children - without;
    if (!is_enough(having.size() - std::min(having.size(), static_cast<std::size_t>(left_out)))) return {};
    return {having.begin() + left_out, having.end()};
}

Cell cell_of(Children const& children, std::set<Child const*> const* measured) {
    Cell cell{.supported = static_cast<int>(children.size())};
    if (children.empty()) return cell;
    if (auto const waits = waits_of(children); is_enough(waits.size()))
        cell.days_waited = statistics::median(waits);
    cell.planned = sum_over(children, &Support::planned);
    cell.delivered = sum_over(children, &Support::delivered);
    cell.attended = sum_over(children, &Support::attended);
    if (measured == nullptr) return cell;
    std::vector<Change> changes;
    for (auto const* child : children)
        if (measured->contains(child)) changes.push_back(*child->support->targets);
    cell.change = change_of(changes);
    return cell;
}

std::vector<ScaleChange> scales_of(Children const& children) {
    std::vector<ScaleChange> told;
    for (auto const& [of, scales] : scales_beside_each_other(children))
        std::ranges::move(
            told_of(children, had_by_all_who_have_any(children, scales)), std::back_inserter(told)
        );
    return told;
}

}  // namespace insight
