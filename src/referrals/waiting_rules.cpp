#include "referrals/waiting_rules.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "pupils/groups.hpp"
#include "statistics/median.hpp"

namespace referrals {
namespace {

// How long the children of each group have been waiting.
using DaysOfGroups = std::map<std::string, std::vector<int>>;

template <class GroupOf>
DaysOfGroups days_by(std::span<WaitingLine const> lines, Date today, GroupOf group_of) {
    DaysOfGroups days_of;
    for (auto const& line : lines) days_of[group_of(line)].push_back(today - line.waiting.since_on);
    return days_of;
}

std::vector<WaitingTimes> times_of(DaysOfGroups const& days_of) {
    std::vector<WaitingTimes> times;
    for (auto const& [group, days] : days_of)
        times.push_back(
            {.group = group,
             .children = static_cast<int>(days.size()),
             .median_days = statistics::median(days),
             .longest_days = std::ranges::max(days)}
        );
    std::ranges::stable_sort(times, std::ranges::greater{}, &WaitingTimes::median_days);
    return times;
}

// What is said of one or two children is said of them.
constexpr std::size_t fewest_in_a_group = 3;

// Fewer than three of the small groups together would be told by what is left of all.
DaysOfGroups without_small_groups(DaysOfGroups const& days_of) {
    DaysOfGroups large;
    std::vector<std::string> names;
    std::vector<int> together;
    for (auto const& [group, days] : days_of) {
        if (days.size() >= fewest_in_a_group) {
            large.emplace(group, days);
            continue;
        }
        names.push_back(group);
        together.insert(together.end(), days.begin(), days.end());
    }
    if (!together.empty() && together.size() < fewest_in_a_group) return {};
    if (!together.empty()) large.emplace(text::listed(names), std::move(together));
    return large.size() < 2 ? DaysOfGroups{} : large;
}

std::string sex_in_words(std::string const& sex) {
    if (sex == "F") return "Girls";
    if (sex == "M") return "Boys";
    return "Not on record";
}

std::string sen_in_words(std::string const& provision) {
    if (provision == "N") return "No SEN";
    if (provision == "K") return "SEN support";
    if (provision == "E") return "EHC plan";
    return "Not on record";
}

}  // namespace

std::optional<WaitingRefusal> objection_to_waiting(WaitingInput const& said, Date today) {
    if (said.review_by_on <= today) return WaitingRefusal::review_is_past;
    if (text::trimmed(said.meanwhile).empty()) return WaitingRefusal::meanwhile_missing;
    return std::nullopt;
}

std::optional<WaitingRefusal> objection_to_moving(int from, int to, int children, std::string_view reason) {
    if (to < 1 || to > children) return WaitingRefusal::no_such_place;
    if (to == from) return WaitingRefusal::there_already;
    if (text::trimmed(reason).empty()) return WaitingRefusal::reason_missing;
    return std::nullopt;
}

std::vector<CaseId> moved(std::vector<CaseId> order, CaseId const& child, int to) {
    std::erase(order, child);
    auto const place = std::clamp<std::ptrdiff_t>(to - 1, 0, std::ssize(order));
    order.insert(order.begin() + place, child);
    return order;
}

int place_of(CaseId const& the_case, std::vector<CaseId> const& order) {
    return static_cast<int>(std::ranges::find(order, the_case) - order.begin()) + 1;
}

std::vector<CaseId> with_the_others(
    std::vector<CaseId> all, std::vector<CaseId> const& shown, std::vector<CaseId> const& moved
) {
    auto next = moved.begin();
    for (auto& one : all)
        if (std::ranges::find(shown, one) != shown.end()) one = *next++;
    return all;
}

std::vector<WaitingTimes> times_by_year(std::span<WaitingLine const> lines, Date today) {
    return times_of(days_by(lines, today, [](WaitingLine const& line) {
        auto const& year = line.pupil.year_group;
        if (year.empty()) return std::string("No year group");
        return year == "R" ? std::string("Reception") : "Year " + year;
    }));
}

std::vector<WaitingTimes> times_by_source(std::span<WaitingLine const> lines, Date today) {
    return times_of(days_by(lines, today, [](WaitingLine const& line) {
        return std::string(in_words(line.source));
    }));
}

std::vector<WaitingTimes> times_by_sex(std::span<WaitingLine const> lines, Date today) {
    return times_of(without_small_groups(days_by(lines, today, [](WaitingLine const& line) {
        return sex_in_words(line.sex);
    })));
}

std::vector<WaitingTimes> times_by_sen_provision(std::span<WaitingLine const> lines, Date today) {
    return times_of(without_small_groups(days_by(lines, today, [](WaitingLine const& line) {
        return sen_in_words(line.sen_provision);
    })));
}

std::vector<WaitingTimes> times_by_pupil_premium(std::span<WaitingLine const> lines, Date today) {
    return times_of(without_small_groups(days_by(lines, today, [](WaitingLine const& line) {
        return pupils::pupil_premium_in_words(line.pupil_premium);
    })));
}

std::string in_words(WaitingRefusal refusal) {
    switch (refusal) {
        case WaitingRefusal::not_waiting: return "This child is not on the waiting list any more";
        case WaitingRefusal::review_is_past: return "Enter a day after today on which to look at this again";
        case WaitingRefusal::meanwhile_missing: return "Enter what is offered meanwhile";
        case WaitingRefusal::reason_missing: return "Enter why the child moves on the list";
        case WaitingRefusal::no_such_place: return "Enter a place that is on the list";
        case WaitingRefusal::there_already: return "The child stands at this place already";
        case WaitingRefusal::moved_meanwhile:
            return "Someone changed the list while you were looking at it. This is how it stands now";
    }
    return {};
}

}  // namespace referrals
