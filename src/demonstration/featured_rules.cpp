#include "demonstration/featured_rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/text.hpp"

namespace demonstration {
namespace {

using visits::Role;

std::size_t things_to_do(today::Day const& day) {
    return day.work.first.size() + day.work.overdue.size() + day.work.due.size() + day.work.later.size();
}

std::string things_in_words(today::Day const& day) {
    auto const things = text::counted(static_cast<long>(things_to_do(day)), "thing to do", "things to do");
    auto const overdue = day.work.overdue.size();
    return overdue == 0 ? things : things + " (" + std::to_string(overdue) + " overdue)";
}

constexpr std::size_t enough_to_do = 2;

// Whoever has enough to show is as good as who has more, so that the same people are shown from day to day.
std::size_t fullness(today::Day const& day) {
    auto const to_do = std::min(things_to_do(day), enough_to_do);
    auto const to_see = std::min(day.lessons.size() + day.raised.size(), std::size_t{1});
    return 10 * to_do + to_see;
}

int rank(Role role) {
    constexpr std::array order{
        Role::senco,
        Role::nurture_assistant,
        Role::class_teacher,
        Role::support_staff,
        Role::headteacher,
        Role::safeguarding_lead,
        Role::administrator,
        Role::governor};
    return static_cast<int>(std::ranges::find(order, role) - order.begin());
}

int most_shown(Role role) { return role == Role::class_teacher || role == Role::nurture_assistant ? 2 : 1; }

}  // namespace

std::string in_words(today::Day const& day) {
    std::vector<std::string> parts;
    auto const add = [&](std::size_t count, std::string_view one, std::string_view many) {
        if (count > 0) parts.push_back(text::counted(static_cast<long>(count), one, many));
    };
    add(day.lessons.size(), "session", "sessions");
    if (things_to_do(day) > 0) parts.push_back(things_in_words(day));
    add(day.work.waiting.size(), "thing to wait for", "things to wait for");
    add(static_cast<std::size_t>(std::ranges::count(day.out_of_class, false, &today::OutOfClass::fell_out)),
        "child out of class for support this week",
        "children out of class for support this week");
    add(day.raised.size(), "concern to follow", "concerns to follow");
    if (day.counts)
        parts.push_back(text::counted(day.counts->open, "open case", "open cases") + " in figures");
    if (day.policy) parts.push_back("policy " + day.policy->number + " with its next review");
    if (parts.empty()) return "Today nothing waits.";
    return "Today: " + text::listed(parts) + ".";
}

People featured(std::vector<Candidate> candidates) {
    std::ranges::stable_sort(candidates, [](auto const& one, auto const& other) {
        auto const place = [](Candidate const& candidate) {
            auto const& [somebody, day] = candidate;
            return std::tuple(
                rank(somebody.role), -static_cast<int>(fullness(day)), somebody.class_name, somebody.name
            );
        };
        return place(one) < place(other);
    });
    People people;
    std::map<Role, int> shown;
    for (auto const& candidate : candidates)
        if (++shown[candidate.somebody.role] <= most_shown(candidate.somebody.role))
            people.featured.push_back({candidate.somebody, in_words(candidate.day)});
        else
            people.others.push_back(candidate.somebody);
    std::ranges::stable_sort(people.others, {}, [](auto const& one) {
        return std::pair(rank(one.role), one.class_name);
    });
    return people;
}

}  // namespace demonstration
