#include "programmes/view_actions.hpp"

#include <algorithm>
#include <map>

#include "consent/rules.hpp"
#include "programmes/few_children_rules.hpp"
#include "programmes/store.hpp"
#include "programmes/view_store.hpp"
#include "staff/rules.hpp"
#include "staff/store.hpp"

namespace programmes {
namespace {

std::map<ProgrammeId, std::vector<Session>> by_programme(std::vector<Session>&& sessions) {
    std::map<ProgrammeId, std::vector<Session>> sorted;
    for (auto& session : sessions) {
        auto const programme = session.programme;
        sorted[programme].push_back(std::move(session));
    }
    return sorted;
}

// An allocation that was undone before the child stood on a register is no part of the programme.
bool is_a_mistake(Place const& place, Attendance const& attendance) {
    return place.end_reason == cases::EndReason::allocation_undone && attendance.not_written_up == 0 &&
           attendance.written_up.empty();
}

std::vector<MeasureDue> measures_of(std::vector<store::Unmeasured>&& rows) {
    std::vector<MeasureDue> measures;
    for (auto& row : rows)
        measures.push_back({std::move(row.place), std::move(row.programme_name), row.first_day_on});
    return measures;
}

bool stands_in(Visit const& visit, std::vector<Session> const& sessions) {
    return std::ranges::any_of(sessions, [&](auto const& session) {
        return session.stand_in == visit.staff();
    });
}

}  // namespace

ChildStands ChildOf::stands() const {
    auto const without_words = [](Target const& target) { return target.words.empty(); };
    return {
        .started = started,
        .targets_in_own_words = !targets.empty() && std::ranges::none_of(targets, without_words)};
}

bool may_open(Visit const& visit, Programme const& programme, std::vector<Session> const& sessions) {
    return visit.who.may(visits::Permission::coordinate) || programme.deliverer == visit.staff() ||
           stands_in(visit, sessions);
}

std::vector<Listed> programmes_of(Visit& visit) {
    auto const sessions = by_programme(store::running_sessions(visit.db, visit.school));
    auto const taken = store::taken(visit.db, visit.school, visit.today);
    std::vector<Listed> listed;
    for (auto& programme : store::all(visit.db, visit.school, visit.today)) {
        auto const found = sessions.find(programme.id);
        auto const of_it = found == sessions.end() ? std::vector<Session>{} : found->second;
        if (!may_open(visit, programme, of_it)) continue;
        auto const* next = next_of(of_it);
        auto const count = taken.find(programme.id);
        Listed one;
        one.taken = count == taken.end() ? 0 : count->second;
        one.next_on = next ? std::optional(next->planned_on) : std::nullopt;
        one.mine = programme.deliverer == visit.staff();
        one.missed_in_a_row = missed_in_a_row(of_it);
        one.programme = std::move(programme);
        listed.push_back(std::move(one));
    }
    return listed;
}

std::vector<ChildOf> children_of(
    Visit& visit, Programme const& programme, std::vector<Session> const& sessions
) {
    auto const started = store::started_cases(visit.db, visit.school, programme.id);
    auto const answers = store::answers_in(visit.db, visit.school, programme.id);
    auto const attendance = store::attendance(visit.db, visit.school, programme.id);
    auto const targets = store::targets_in(visit.db, visit.school, programme.id);

    std::vector<ChildOf> children;
    for (auto& place : store::places(visit.db, visit.school, programme.id, visit.today)) {
        auto const found = attendance.find(place.id);
        auto const attended = found == attendance.end() ? Attendance{} : found->second;
        if (is_a_mistake(place, attended)) continue;
        ChildOf child;
        child.started = started.contains(place.the_case);
        auto const received = answers.find(place.the_case);
        if (received != answers.end()) {
            child.consented = consent::in_force_to(received->second, programme.form, visit.today);
            child.may_start = consent_lets_start(received->second, programme, visit.today);
            child.agreed_to_the_other =
                consent::is_to_the_other(received->second, programme.form, visit.today);
        }
        std::ranges::copy_if(targets, std::back_inserter(child.targets), [&](auto const& target) {
            return target.place == place.id;
        });
        child.fidelity = fidelity_of(sessions, place, attended);
        child.place = std::move(place);
        children.push_back(std::move(child));
    }
    return children;
}

std::vector<Programme> two_missed_in_a_row(Visit& visit) {
    auto const sessions = by_programme(store::running_sessions(visit.db, visit.school));
    std::vector<Programme> missed;
    for (auto& programme : store::all(visit.db, visit.school, visit.today)) {
        auto const of_it = sessions.find(programme.id);
        if (of_it != sessions.end() && two_missed_in_a_row(of_it->second))
            missed.push_back(std::move(programme));
    }
    return missed;
}

std::vector<MeasureDue> measures_due(Visit& visit) {
    return measures_of(store::unmeasured(visit.db, visit.school, visit.staff(), visit.today));
}

std::vector<MeasureDue> measures_late(Visit& visit) {
    auto measures = measures_of(store::unmeasured_in_what_runs(visit.db, visit.school));
    std::erase_if(measures, [&](MeasureDue const& one) { return one.first_day_on >= visit.today; });
    return measures;
}

std::vector<TrainingEnding> trainings_ending(Visit& visit, int within_days) {
    std::map<StaffId, std::vector<staff::Training>> trainings;
    for (auto& training : staff::store::trainings(visit.db, visit.school))
        trainings[training.staff].push_back(std::move(training));
    std::vector<TrainingEnding> ending;
    for (auto& person : store::nurture_staff(visit.db, visit.school, visit.today)) {
        auto const until =
            staff::last_day_trained(trainings[person.staff], staff::TrainingKind::nurture, visit.today);
        if (until && *until <= visit.today + within_days)
            ending.push_back({person.staff, std::move(person.name), *until, person.delivers});
    }
    std::ranges::stable_sort(ending, {}, &TrainingEnding::until);
    return ending;
}

}  // namespace programmes
