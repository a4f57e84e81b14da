#include "change/asking_actions.hpp"

#include <algorithm>

#include "assessments/instrument_store.hpp"
#include "change/asking_rules.hpp"
#include "change/asking_store.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"

namespace change::actions {

std::vector<ToRate> to_rate_this_week(Visit& visit) {
    auto const children = store::rateable(visit.db, visit.school, visit.staff(), visit.today);
    if (children.empty()) return {};
    auto const instruments = assessments::store::rated_weekly(visit.db, visit.school);
    std::vector<ToRate> asked;
    for (auto const& child : children)
        if (auto const one = asked_this_week(child, instruments, visit.today)) asked.push_back(*one);
    if (asked.empty()) return {};
    auto const open = schools::store::open_days(visit.db, visit.school);
    return schools::is_school_day(visit.today, open.terms, open.closures) ? asked : std::vector<ToRate>{};
}

}  // namespace change::actions
