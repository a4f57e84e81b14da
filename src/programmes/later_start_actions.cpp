#include "programmes/later_start_actions.hpp"

#include <algorithm>

#include "consent/rules.hpp"
#include "need_to_know/actions.hpp"
#include "programmes/actions.hpp"
#include "programmes/change_rules.hpp"
#include "programmes/change_store.hpp"
#include "programmes/later_start_rules.hpp"
#include "programmes/numbering_actions.hpp"
#include "programmes/store.hpp"
#include "programmes/view_store.hpp"
#include "pupils/names.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"

namespace programmes {
namespace {

// Who was asked to stand in was asked for another day.
Session on_another_day(Visit& visit, Programme const& programme, Session session, Date day) {
    auto const there = session_on(visit, programme, session.number, day);
    if (session.planned_on != day) session.stand_in.reset();
    session.planned_on = day;
    session.starts_at_time = there.starts_at_time;
    session.room = there.room;
    session.deliverer = there.deliverer;
    return session;
}

Programme starting_on(Programme programme, Date first_day) {
    programme.starts_on = first_day;
    programme.changed_weekday.reset();
    return programme;
}

}  // namespace

Expected<std::vector<Session>, Refusal> sessions_from(
    Visit& visit, Programme const& programme, Date starts_on
) {
    auto const open = schools::store::open_days(visit.db, visit.school);
    auto planned = still_planned(store::sessions(visit.db, visit.school, programme.id));
    auto const days =
        schools::session_days(starts_on, static_cast<int>(planned.size()), open.terms, open.closures);
    auto const objection = objection_to_starting_later(
        {.programme = programme.state(),
         .stands_on = programme.starts_on,
         .starts_on = starts_on,
         .today = visit.today,
         .school_day = schools::is_school_day(starts_on, open.terms, open.closures),
         .days_left = days.size() == planned.size()}
    );
    if (objection) return refuse(*objection);
    auto const after = starting_on(programme, starts_on);
    for (std::size_t at = 0; at < planned.size(); ++at)
        planned[at] = on_another_day(visit, after, std::move(planned[at]), days[at]);
    return planned;
}

Expected<void, Refusal> start_later(
    Visit& visit, Programme const& before, Date starts_on, std::string const& reason
) {
    auto const& id = before.id;
    auto const moved = sessions_from(visit, before, starts_on);
    if (!moved) return refuse(moved.error());

    auto const after = starting_on(before, starts_on);
    store::add_change(
        visit.db,
        visit.school,
        visit.new_id<store::ChangeId>(),
        before,
        after,
        {.from_on = starts_on, .reason = reason},
        visit.staff(),
        visit.now
    );
    if (!store::change_delivery(visit.db, visit.school, after)) return refuse(Refusal::changed_meanwhile);
    move_sessions(visit, id, *moved);
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "programme",
         .subject_id = records::text_of(id),
         .why = reason,
         .fields =
             {{"starts_on", calendar::iso(before.starts_on), calendar::iso(after.starts_on)},
              {"sessions", "", days_in_words(*moved)}}}
    );
    return {};
}

std::vector<std::string> consents_that_run_out(
    Visit& visit, Programme const& programme, std::vector<Session> const& planned
) {
    if (planned.empty()) return {};
    auto const last = std::ranges::max_element(planned, {}, &Session::planned_on)->planned_on;
    auto const answers = store::answers_in(visit.db, visit.school, programme.id);
    need_to_know::Duty const duty(visit, visits::Permission::work_on_cases);
    std::vector<pupils::Pupil> children;
    std::vector<Date> ends;
    for (auto const& place : store::places(visit.db, visit.school, programme.id, visit.today)) {
        auto const found = answers.find(place.the_case);
        if (!place.is_open() || found == answers.end() ||
            !consent::in_force_to(found->second, programme.form, visit.today))
            continue;
        auto const until = consent::holds_until(found->second, programme.form, visit.today);
        if (!until || *until >= last || !duty.names(place.pupil)) continue;
        children.push_back(place.pupil);
        ends.push_back(*until);
    }
    auto const names = pupils::told_apart(children);
    std::vector<std::string> said;
    for (std::size_t at = 0; at < names.size(); ++at)
        said.push_back("Consent for " + names[at] + " holds until " + calendar::in_words(ends[at]) + ".");
    return said;
}

}  // namespace programmes
