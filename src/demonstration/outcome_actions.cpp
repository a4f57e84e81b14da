#include "demonstration/outcome_actions.hpp"

#include "insight/actions.hpp"

namespace demonstration {

void make_outcomes(Telling& telling) {
    constexpr int school_days_ago = 1;
    auto const made_at = at(telling.days.counted_from(telling.today, -school_days_ago), 16, 30);
    telling.diary.on(made_at, telling.school.headteacher, [](Visit& visit) {
        if (auto const year = insight::actions::year_to_make(visit)) insight::actions::make(visit, *year);
    });
}

}  // namespace demonstration
