#include "demonstration/outcome_actions.hpp"

#include "insight/actions.hpp"

namespace demonstration {

void make_outcomes(Telling& telling) {
    constexpr int school_days_ago = 1;
    auto const made_at = at(telling.days.counted_from(telling.today, -school_days_ago), 16, 30);
    telling.diary.on(made_at, telling.school.headteacher, [](Visit& visit) {
        auto const years = insight::actions::years_to_make(visit);
        if (!years.empty()) insight::actions::make(visit, years.front());
    });
}

}  // namespace demonstration
