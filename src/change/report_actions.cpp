#include "change/report_actions.hpp"

#include <set>

#include "change/report_store.hpp"
#include "impact/store.hpp"
#include "programmes/rules.hpp"
#include "programmes/store.hpp"
#include "schools/store.hpp"

namespace change::actions {
namespace {

bool reports(Visit const& visit, need_to_know::Seen const& child) {
    return visit.who.holds(visits::Role::senco) ||
           (child.pupil.class_id && visit.who.teaches(*child.pupil.class_id));
}

void name_the_school(Report& report, Visit& visit) {
    auto const school = schools::store::school(visit.db, visit.school);
    if (!school) return;
    report.school = school->name;
    report.telephone = school->telephone;
}

SessionsTold sessions_of(Visit& visit, PlaceId const& id) {
    SessionsTold told;
    auto const place = programmes::store::place(visit.db, visit.school, id, visit.today);
    if (!place) return told;
    auto const sessions = programmes::store::sessions(visit.db, visit.school, place->programme);
    auto attendance = programmes::store::attendance(visit.db, visit.school, place->programme);
    auto const fidelity = programmes::fidelity_of(sessions, *place, attendance[id]);
    told.planned = fidelity.planned;
    told.held = fidelity.delivered;
    auto const not_held = programmes::not_held_of(sessions, *place, attendance[id]);
    told.put_off = not_held.put_off;
    told.cancelled = not_held.cancelled;
    std::set<Date> written_up;
    std::set<Date> there;
    for (auto const& week : impact::store::weeks_of(visit.db, visit.school, id)) {
        written_up.insert(week.held_on);
        if (week.attended) there.insert(week.held_on);
    }
    told.written_up = static_cast<int>(written_up.size());
    told.there = static_cast<int>(there.size());
    return told;
}

}  // namespace

bool may_report(Visit& visit, need_to_know::Seen const& child, CaseId const& the_case) {
    return reports(visit, child) && store::reported_place(visit.db, visit.school, the_case).has_value();
}

std::optional<Report> report_of(Visit& visit, need_to_know::Seen const& child, CaseId const& the_case) {
    if (!reports(visit, child)) return std::nullopt;
    auto const place = store::reported_place(visit.db, visit.school, the_case);
    if (!place) return std::nullopt;
    Report report{
        .forename = child.access.child().forename(),
        .programme = place->programme,
        .began_on = place->began_on,
        .ended_on = place->ended_on,
        .made_by = visit.who.name,
        .made_on = visit.today};
    name_the_school(report, visit);
    report.targets = programmes::store::targets(visit.db, visit.school, place->id);
    report.sessions = sessions_of(visit, place->id);
    report.by_one_person = store::measured_by_one_person(visit.db, visit.school, place->id);
    if (auto const review = impact::store::review_of(visit.db, visit.school, place->id))
        report.outcome = review->outcome;
    return report;
}

}  // namespace change::actions
