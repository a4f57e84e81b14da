#include "base/text.hpp"
#include "retention/rules.hpp"
#include "retention/store.hpp"
#include "today/gathering_actions.hpp"

namespace today {

void add_erasures_to_sign(Visit& visit, Day& day) {
    auto const to_sign = retention::store::to_sign(visit.db, visit.school);
    long leavers = 0;
    for (auto const& erasure : to_sign) {
        if (objection_to_second(erasure, visit.staff())) continue;
        auto const child = erasure.pupil ? day.duty.names(*erasure.pupil, erasure.pupil_name) : std::nullopt;
        if (erasure.pupil && !child) continue;
        if (erasure.category == retention::Category::on_the_roll) {
            ++leavers;
            continue;
        }
        day.items.push_back(
            {.about = child ? About(*child) : About(no_child),
             .title = "Sign, or not, that the record of " + erasure.pupil_name + " is erased",
             .path = path_of(erasure.id),
             .detail = erasure.first_by_name + " signed on " +
                       calendar::in_words(calendar::local_date(erasure.first_at)) + ".",
             .kind = "Sign for erasures",
             .child = erasure.pupil_name}
        );
    }
    if (leavers == 0) return;
    day.items.push_back(
        {.about = no_child,
         .title = "Sign, or not, that what the roll says of " + text::counted(leavers, "leaver", "leavers") +
                  " is erased",
         .path = std::string(retention::leavers_path),
         .kind = "Sign for erasures"}
    );
}

}  // namespace today
