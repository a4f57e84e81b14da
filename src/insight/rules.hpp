#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/calendar.hpp"
#include "insight/insight.hpp"

namespace insight {

// All that may be told of these children, who stand in an order that was drawn by lot.
//
// Children with support, and those without, are told of apart, and each dimension by itself: beside a kind of
// provision at most, and beside who was measured twice. Every block that is told of has nobody in it or five
// children and more, and so has what it leaves. Whatever children an attacker asks for, by any filters
// together, is then known exactly where it is such a sum, and else to no less than five (docs/adr/0035).
//
// Where one to four were not measured twice, so many of the others are left out by lot that five are not
// counted.
Outcomes outcomes_of(std::span<Child const> children);

// The last school year whose outcomes can be made on the day: impact reviews of what ended in July come until
// October.
int last_year_to_tell(Date today);

// The school years of which outcomes can be made on the day, the latest first: from that of the first
// referral to the last that is over for long enough, but for those that were made. The last one can be made
// whether there was a referral or not.
std::vector<int> years_to_make(std::optional<Date> first_referral, std::span<int const> made, Date today);

// Until when scores of a year's support are told: the day before the year's figures can be made, so that it
// does not matter when they are.
Date last_day_to_score(int school_year);

// From 1 September to 31 August.
Date first_day_of(int school_year);
Date last_day_of(int school_year);

}  // namespace insight
