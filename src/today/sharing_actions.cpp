// What bears on who may know about a child.
#include "openings/store.hpp"
#include "sharing/store.hpp"
#include "today/gathering_actions.hpp"

namespace today {

void add_objections(Visit& visit, Day& day) {
    auto waiting = sharing::store::waiting_objections(visit.db, visit.school);
    if (waiting.empty()) return;
    std::erase_if(waiting, [&](auto const& one) { return day.own_children.contains(one.pupil); });
    for (auto const& one : waiting)
        day.items.push_back(
            {.title = "Answer " + one.forename + "'s objection",
             .path = sharing::sharing_path(one.the_case),
             .detail = one.forename + " said on " + calendar::weekday_day_month(one.asked_on) +
                       " whom they would rather not have know how it goes.",
             .kind = "Answer a child's objection",
             .child = one.forename,
             .asked = Asked{one.pupil, "answer an objection"}}
        );
}

void add_to_ask(Visit& visit, Day& day) {
    for (auto const& one : sharing::store::to_ask(visit.db, visit.school, visit.staff()))
        day.items.push_back(
            {.title = "Ask " + one.forename + " who may know",
             .path = sharing::asking_path(one.the_case),
             .detail = std::string(sharing::in_words(one.moment)),
             .kind = "Ask who may know",
             .child = one.forename}
        );
}

void add_overrides(Visit& visit, Day& day) {
    auto waiting = openings::store::to_read(visit.db, visit.school, visit.staff());
    std::erase_if(waiting, [&](auto const& one) { return day.own_children.contains(one.pupil); });
    for (auto const& one : waiting)
        day.items.push_back(
            {.title = "Read why " + one.by_name + " opened " + one.child_name + "'s case for safeguarding",
             .path = openings::path_of(one.id),
             .detail = "Opened on " + calendar::in_words(one.opened_at) + ", for three hours."}
        );
}

}  // namespace today
