#include "change/report_actions.hpp"

#include <set>

#include "change/weeks_store.hpp"
#include "impact/store.hpp"
#include "programmes/store.hpp"
#include "schools/store.hpp"

namespace change::actions {

bool may_report(Visit const& visit, need_to_know::Seen const& child) {
    return visit.who.holds(visits::Role::senco) ||
           (child.pupil.class_id && visit.who.teaches(*child.pupil.class_id));
}

Report report_of(Visit& visit, need_to_know::Seen const& child, CaseId const& the_case) {
    auto const support = store::support_of(visit.db, visit.school, the_case);
    Report report{
        .forename = child.access.child().forename(),
        .began_on = support.began_on,
        .ended_on = support.ended_on,
        .made_by = visit.who.name,
        .made_on = visit.today};
    if (auto const school = schools::store::school(visit.db, visit.school)) {
        report.school = school->name;
        report.telephone = school->telephone;
    }
    auto const place = programmes::store::latest_place_of(visit.db, visit.school, the_case, visit.today);
    if (!place) return report;
    if (auto const programme = programmes::store::find(visit.db, visit.school, place->programme))
        report.programme = programme->name;
    report.targets = programmes::store::targets(visit.db, visit.school, place->id);
    std::set<Date> held;
    std::set<Date> there;
    for (auto const& week : impact::store::weeks_of(visit.db, visit.school, place->id)) {
        held.insert(week.held_on);
        if (week.attended) there.insert(week.held_on);
    }
    report.held = static_cast<int>(held.size());
    report.there = static_cast<int>(there.size());
    if (auto const review = impact::store::review_of(visit.db, visit.school, place->id))
        report.outcome = review->outcome;
    return report;
}

}  // namespace change::actions
