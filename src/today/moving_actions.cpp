// What is on its way to another school.
#include "moving/store.hpp"
#include "today/gathering_actions.hpp"

namespace today {

void add_not_received(Visit& visit, Day& day) {
    auto const week_ago = visit.now - moving::days_to_receive * (24 * hours);
    for (auto const& one : moving::store::not_received(visit.db, visit.school, week_ago)) {
        auto const child = day.duty.names(one.pupil, one.forename);
        if (!child) continue;
        day.items.push_back(
            {.about = *child,
             .title = "What went about " + child->forename() + " has not been received at " + one.next_school,
             .path = moving::path_of(one.the_case, one.pack),
             .detail = "Sent on " + calendar::in_words(one.sent_at) + ". Ring the SENCo there.",
             .kind = "Ring the next school",
             .child = child->forename()}
        );
    }
}

}  // namespace today
