#include "measures/occasion_rules.hpp"

#include <algorithm>

namespace measures {
namespace {

// A training day or two make no half term.
constexpr int fewest_days_of_a_half_term = 3;

int days_of(schools::Closure const& closure) { return closure.ends_on - closure.starts_on + 1; }

std::optional<schools::Term> term_of(schools::OpenDays const& open, Date day) {
    auto const found = std::ranges::find_if(open.terms, [&](auto const& term) {
        return term.starts_on <= day && day <= term.ends_on;
    });
    if (found == open.terms.end()) return std::nullopt;
    return *found;
}

// The last day of the term's first half.
Date end_of_first_half(schools::Term const& term, std::vector<schools::Closure> const& closures) {
    auto end = term.starts_on + (term.ends_on - term.starts_on) / 2;
    int longest = fewest_days_of_a_half_term - 1;
    for (auto const& closure : closures) {
        bool const within = closure.starts_on > term.starts_on && closure.ends_on < term.ends_on;
        if (!within || days_of(closure) <= longest) continue;
        longest = days_of(closure);
        end = closure.ends_on;
    }
    return end;
}

Occasion half_of(schools::Term const& term, Date end_of_first, Date day) {
    if (day <= end_of_first) return {term.name + ", first half", term.starts_on, end_of_first};
    return {term.name + ", second half", end_of_first + 1, term.ends_on};
}

Occasion year_of(Date day) {
    auto const year = calendar::school_year(day);
    return {
        std::to_string(year) + " to " + std::to_string(year + 1),
        *calendar::date(year, 9, 1),
        *calendar::date(year + 1, 8, 31)};
}

}  // namespace

std::optional<Occasion> occasion_of(TakenEach taken_each, schools::OpenDays const& open, Date day) {
    auto const term = term_of(open, day);
    if (!term) return std::nullopt;
    switch (taken_each) {
        case TakenEach::half_term: return half_of(*term, end_of_first_half(*term, open.closures), day);
        case TakenEach::term: return Occasion{term->name, term->starts_on, term->ends_on};
        case TakenEach::year: return year_of(day);
    }
    return std::nullopt;
}

}  // namespace measures
