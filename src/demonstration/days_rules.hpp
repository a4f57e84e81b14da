#pragma once

#include <vector>

#include "schools/schools.hpp"

// The days of a made-up school. Its terms are those of a school in England: two weeks without school at
// Christmas and in spring, six in summer, and a half term within each. Whoever looks, on whatever day, is to
// meet a school at work: a holiday that would lie on this week, or on one that the stories need, is left out.
namespace demonstration {

inline constexpr int first_week = -85;
inline constexpr int last_week = 58;

std::vector<schools::Period> terms_around(Date today);
// A training day on the first day of a term, but never in this week. No term begins on a bank holiday.
std::vector<schools::Period> closures_around(Date today);

// The days of this week, and of those before and after it.
Date day_in_week(Date today, int week, int weekday);  // Monday is 0

// The weekday that comes so many after that of a school day, in a week of five.
int weekday_after(Date school_day, int weekdays);

class SchoolDays {
public:
    SchoolDays(schools::OpenDays const& open, Date today);

    bool holds(Date day) const;
    // The school day that lies so many school days before (or after) the day: 0 is the day itself, or the
    // last school day before it.
    Date counted_from(Date day, int school_days) const;
    // The day itself, or the first school day after it.
    Date first_from(Date day) const;
    // The week that lies so many weeks of school before this one, counted from this one: -7 where two weeks
    // of holidays lie between it and the five.
    int week_before(Date today, int school_weeks) const;
    // The days of so many weekly sessions up to the last one, on its weekday.
    std::vector<Date> weekly_until(Date last, int sessions) const;

private:
    std::vector<Date> days_;
};

}  // namespace demonstration
