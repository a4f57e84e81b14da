// What bears on who may know about a child.
#include "openings/store.hpp"
#include "sharing/store.hpp"
#include "today/gathering_actions.hpp"

namespace today {

void add_objections(Visit& visit, Day& day) {
    auto const waiting = sharing::store::waiting_objections(visit.db, visit.school);
    for (auto const& one : waiting) {
        auto const child = day.duty.names(one.pupil, one.forename);
        if (!child) continue;
        day.items.push_back(
            {.about = *child,
             .title = "Answer " + child->forename() + "'s objection",
             .path = sharing::sharing_path(one.the_case),
             .detail = child->forename() + " said on " + calendar::weekday_day_month(one.asked_on) +
                       " that they would rather the " + std::string(sharing::in_a_sentence(one.to)) +
                       " didn't know how it goes.",
             .comes_first = true,
             .kind = "Answer a child's objection",
             .child = child->forename(),
             .asked = "answer an objection"}
        );
    }
}

void add_to_ask(Visit& visit, Day& day) {
    for (auto const& one : sharing::store::to_ask(visit.db, visit.school, visit.staff(), visit.today)) {
        auto const child = day.duty.names(one.pupil, one.forename);
        if (!child) continue;
        day.items.push_back(
            {.about = *child,
             .title = "Ask " + child->forename() + " who may know",
             .path = sharing::asking_path(one.the_case),
             .detail = std::string(sharing::in_words(one.moment)),
             .kind = "Ask who may know",
             .child = child->forename()}
        );
    }
}

void add_overrides(Visit& visit, Day& day) {
    for (auto const& one : openings::store::to_read(visit.db, visit.school, visit.staff())) {
        auto const child = day.duty.names(one.pupil, one.child_name);
        if (!child) continue;
        day.items.push_back(
            {.about = *child,
             .title = "Read why " + one.by_name + " opened " + child->in_full() + "'s case for safeguarding",
             .path = openings::path_of(one.id),
             .detail = "Opened on " + calendar::in_words(one.opened_at) + ", for three hours."}
        );
    }
}

}  // namespace today
