#include "schools/rules.hpp"

#include <algorithm>

#include "schools/bank_holidays.hpp"
#include "schools/school_year.hpp"

namespace schools {
namespace {

constexpr int days_in_52_weeks = 52 * calendar::days_in_week;
constexpr int days_until_due_soon = 30;

bool is_weekday(Date day) { return calendar::weekday_of(day).iso_encoding() <= 5; }

template <class SomePeriod>
bool covers(std::span<SomePeriod const> periods, Date day) {
    return std::ranges::any_of(periods, [&](auto const& period) {
        return period.starts_on <= day && day <= period.ends_on;
    });
}

std::optional<Date> last_day_of(std::span<Term const> terms) {
    if (terms.empty()) return std::nullopt;
    return std::ranges::max(terms, {}, &Term::ends_on).ends_on;
}

// "Autumn 2025" becomes "Autumn 2026"; from the last year to the first, so that "2025 to 2026" moves on
// whole.
std::string name_a_year_later(std::string name, int school_year) {
    for (int const year : {school_year + 1, school_year}) {
        auto const at = name.find(std::to_string(year));
        if (at != std::string::npos) name.replace(at, 4, std::to_string(year + 1));
    }
    return name;
}

template <class SomePeriod>
std::vector<Period> moved_on(std::vector<SomePeriod> const& periods, int school_year) {
    std::vector<Period> moved;
    for (auto const& period : periods)
        if (year_of(period.ends_on) == school_year)
            moved.push_back(
                {name_a_year_later(period.name, school_year),
                 period.starts_on + days_in_52_weeks,
                 period.ends_on + days_in_52_weeks}
            );
    return moved;
}

}  // namespace

bool is_school_day(Date day, std::span<Term const> terms, std::span<Closure const> closures) {
    return is_weekday(day) && covers(terms, day) && !covers(closures, day) && !is_bank_holiday(day);
}

bool is_school_week(Date day, std::span<Term const> terms, std::span<Closure const> closures) {
    auto const monday = calendar::monday_of(day);
    auto const last = last_day_of(terms);
    if (!last || monday > *last) return true;
    for (auto one = monday; one < monday + calendar::days_in_week; one = one + 1)
        if (is_school_day(one, terms, closures)) return true;
    return false;
}

Date school_day_from(Date day, std::span<Term const> terms, std::span<Closure const> closures) {
    auto const last = last_day_of(terms);
    while (last && day <= *last) {
        if (is_school_day(day, terms, closures)) return day;
        day = day + 1;
    }
    while (!is_weekday(day) || is_bank_holiday(day) || covers(closures, day)) day = day + 1;
    return day;
}

std::vector<Date> session_days(
    Date first, int weeks, std::span<Term const> terms, std::span<Closure const> closures
) {
    std::vector<Date> days;
    auto const last = last_day_of(terms);
    for (auto day = first; last && day <= *last && std::ssize(days) < weeks;
         day = day + calendar::days_in_week)
        if (is_school_day(day, terms, closures)) days.push_back(day);
    return days;
}

std::optional<PolicyVersion> policy_in_force(std::span<PolicyVersion const> versions, Date day) {
    PolicyVersion const* latest = nullptr;
    for (auto const& version : versions) {
        if (version.in_force_from_on > day) continue;
        if (latest == nullptr || latest->in_force_from_on <= version.in_force_from_on) latest = &version;
    }
    if (latest == nullptr) return std::nullopt;
    return *latest;
}

bool is_withys_own(PolicyVersion const& only) { return only.version == 1; }

Date corrects_up_to(PolicyVersion const& only, Date today) {
    return is_withys_own(only) ? today : only.in_force_from_on;
}

ReviewState review_state(PolicyVersion const& version, Date today) {
    if (!version.next_review_on) return ReviewState::not_planned;
    if (*version.next_review_on < today) return ReviewState::overdue;
    return *version.next_review_on - today <= days_until_due_soon ? ReviewState::due_soon
                                                                  : ReviewState::ahead;
}

bool overlaps_a_term(Period const& period, std::span<Term const> terms, std::optional<TermId> const& except) {
    return std::ranges::any_of(terms, [&](auto const& term) {
        return term.id != except && term.starts_on <= period.ends_on && period.starts_on <= term.ends_on;
    });
}

YearForward a_year_forward(OpenDays const& days, int school_year) {
    return {moved_on(days.terms, school_year), moved_on(days.closures, school_year)};
}

}  // namespace schools
