#pragma once

#include <optional>
#include <span>
#include <vector>

#include "schools/schools.hpp"

namespace schools {

// Monday to Friday, within a term, on no closure and no bank holiday.
bool is_school_day(Date day, std::span<Term const> terms, std::span<Closure const> closures);

// True where the day's week, Monday to Sunday, has a school day in it. Of weeks after the last term on record
// nothing is known yet, so they count.
bool is_school_week(Date day, std::span<Term const> terms, std::span<Closure const> closures);

// The day itself where there is school on it, else the next day with school. Of days after the last term on
// record nothing is known yet: a weekday counts that is no bank holiday.
Date school_day_from(Date day, std::span<Term const> terms, std::span<Closure const> closures);

// The days of so many weekly sessions: the weekday of `first`, from `first` on, leaving out days without
// school. Fewer where the known terms end before.
std::vector<Date> session_days(
    Date first, int weeks, std::span<Term const> terms, std::span<Closure const> closures
);

// The version whose numbers count on the day: the one that came into force last.
std::optional<PolicyVersion> policy_in_force(std::span<PolicyVersion const> versions, Date day);

// True where nobody at the school entered or reviewed its only version: it is the one that Withy began with.
bool is_withys_own(PolicyVersion const& only);

// The last day from which an entered version takes the place of the school's only one, while no programme was
// made under that. From a later day it comes after it.
Date corrects_up_to(PolicyVersion const& only, Date today);

// Where the next review of the version stands. A review is due soon within 30 days.
ReviewState review_state(PolicyVersion const& version, Date today);

// True where the period shares a day with a term other than `except`.
bool overlaps_a_term(
    Period const& period, std::span<Term const> terms, std::optional<TermId> const& except = {}
);

// The terms and closures of the school year, each 52 weeks later and so on the same weekday; years
// in names move on with them.
YearForward a_year_forward(OpenDays const& days, int school_year);

}  // namespace schools
