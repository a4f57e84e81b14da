#include "sessions/actions.hpp"

#include <algorithm>

#include "programmes/actions.hpp"
#include "programmes/clash_actions.hpp"
#include "programmes/store.hpp"
#include "programmes/view_store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
#include "sessions/presence_actions.hpp"
#include "sessions/voice_rules.hpp"
#include "staff/actions.hpp"

namespace sessions {
namespace {

using records::text_of;

void record(
    Visit& visit,
    Session const& session,
    std::vector<records::FieldChange> fields,
    std::string why = {},
    records::Action action = records::Action::changed
) {
    records::write(
        visit,
        {.action = action,
         .subject = "session",
         .subject_id = text_of(session.id),
         .about = text_of(session.programme),
         .record = child_keys::programme_record,
         .why = std::move(why),
         .fields = std::move(fields)}
    );
}

bool is_deliverer_or_stand_in(
    Visit const& visit, StaffId const& deliverer, std::optional<StaffId> const& stand_in
) {
    return visit.staff() == deliverer || visit.staff() == stand_in;
}

// An absence needs no more than its reason, so the register alone writes it up.
void note_absence(Visit& visit, Session const& session, programmes::Place const& place, WhyAbsent why) {
    Evaluation evaluation;
    evaluation.id = visit.new_id<EvaluationId>();
    evaluation.session = session.id;
    evaluation.place = place.id;
    evaluation.attended = false;
    evaluation.why_absent = why;
    evaluation.writing = Writing::written;
    evaluation.written_by = visit.staff();
    evaluation.written_at = visit.now;
    store::add(visit.db, visit.school, evaluation, place.pupil.id);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "evaluation",
         .subject_id = text_of(evaluation.id),
         .case_id = text_of(place.the_case),
         .fields = {{"why_absent", "", std::string(word(why))}}}
    );
}

// The log alone keeps of which session the child was written down as absent, or which face the child chose.
void take_back(Visit& visit, Evaluation const& evaluation, CaseId const& the_case, std::string const& why) {
    store::remove(visit.db, visit.school, evaluation.id);
    std::vector<records::FieldChange> fields{
        {"session_id", text_of(evaluation.session), ""}, {"place_id", text_of(evaluation.place), ""}};
    if (evaluation.why_absent)
        fields.push_back({"why_absent", std::string(word(*evaluation.why_absent)), ""});
    auto const said = taken_back(evaluation.voice);
    fields.insert(fields.end(), said.begin(), said.end());
    records::write(
        visit,
        {.action = records::Action::undone,
         .subject = "evaluation",
         .subject_id = text_of(evaluation.id),
         .case_id = text_of(the_case),
         .why = why,
         .fields = std::move(fields)}
    );
}

std::vector<std::string> in_words(std::vector<programmes::Clash> const& clashes) {
    std::vector<std::string> words;
    for (auto const& clash : clashes) words.push_back(programmes::in_words(clash));
    return words;
}

bool is_school_day(Visit& visit, Date day) {
    auto const open = schools::store::open_days(visit.db, visit.school);
    return schools::is_school_day(day, open.terms, open.closures);
}

std::optional<Refusal> objection_to_the_day_instead(
    Visit& visit, Session const& session, NotHeld const& not_held
) {
    if (not_held.instead != Instead::on_a_day) return std::nullopt;
    return objection_to_holding_instead(
        {.planned_on = session.planned_on,
         .on = not_held.on,
         .today = visit.today,
         .school_day = is_school_day(visit, not_held.on)}
    );
}

std::optional<Date> day_instead(
    Visit& visit, programmes::Programme const& programme, NotHeld const& not_held
) {
    switch (not_held.instead) {
        case Instead::nothing: return std::nullopt;
        case Instead::after_the_last: return programmes::day_after_the_last(visit, programme);
        case Instead::on_a_day: return not_held.on;
    }
    return std::nullopt;
}

// Who was to stand in does so on the day instead, where trained then and not its deliverer anyway.
void ask_stand_in_along(Visit& visit, Session const& put_off, Session const& laid) {
    if (!put_off.stand_in || put_off.stand_in == laid.deliverer) return;
    if (!staff::actions::is_trained(visit, *put_off.stand_in, laid.planned_on)) return;
    store::name_stand_in(visit.db, visit.school, laid, put_off.stand_in);
    record(visit, laid, {{"stand_in_id", "", text_of(*put_off.stand_in)}});
}

// Lays the session that is held instead, to which the plan moves along; false where the terms end before.
bool lay_instead(
    Visit& visit, programmes::Programme const& programme, Session const& put_off, NotHeld const& not_held
) {
    if (not_held.instead == Instead::nothing) return true;
    auto const day = day_instead(visit, programme, not_held);
    if (!day) return false;
    auto const laid = programmes::lay_another(visit, programme, *day, put_off.number);
    ask_stand_in_along(visit, put_off, laid);
    if (put_off.plan.empty()) return true;
    auto const stands = store::find(visit.db, visit.school, laid.id);
    store::change_plan(visit.db, visit.school, *stands, put_off.plan);
    record(visit, laid, {{"plan", "", put_off.plan}});
    return true;
}

}  // namespace

std::vector<std::string> clashes_of_stand_in(
    Visit& visit, programmes::Programme const& programme, Session const& session, StaffId const& stand_in
) {
    return in_words(programmes::clashes_with(
        visit,
        {.person = stand_in,
         .on = session.planned_on,
         .at = programmes::stretch_of(session.starts_at_time, programme.minutes)},
        session.id
    ));
}

std::vector<std::string> clashes_of_day_instead(
    Visit& visit, programmes::Programme const& programme, Session const& session, NotHeld const& not_held
) {
    auto const day = day_instead(visit, programme, not_held);
    if (!day) return {};
    auto const instead = programmes::session_on(visit, programme, session.number, *day);
    return in_words(programmes::clashes_with(
        visit,
        {.person = instead.deliverer.value_or(programme.deliverer),
         .room = instead.room,
         .on = *day,
         .at = programmes::stretch_of(instead.starts_at_time, programme.minutes)},
        session.id
    ));
}

Expected<void, Refusal> write_plan(Visit& visit, Session const& session, std::string const& plan) {
    if (auto const objection = objection_to_not_holding(session)) return refuse(*objection);
    if (session.plan == plan) return {};
    if (!store::change_plan(visit.db, visit.school, session, plan)) return refuse(Refusal::changed_meanwhile);
    record(visit, session, {{"plan", session.plan, plan}});
    return {};
}

Expected<void, Refusal> review_plan(Visit& visit, Session const& session, std::string const& note) {
    if (!store::review_plan(visit.db, visit.school, session, note, visit.today, visit.staff()))
        return refuse(Refusal::changed_meanwhile);
    record(visit, session, {{"plan_review", session.plan_review, note}});
    return {};
}

Expected<void, Refusal> name_stand_in(
    Visit& visit, Session const& session, std::optional<StaffId> const& stand_in
) {
    if (auto const objection = objection_to_not_holding(session)) return refuse(*objection);
    auto const day = std::max(session.planned_on, visit.today);
    if (stand_in && !staff::actions::is_trained(visit, *stand_in, day)) return refuse(Refusal::not_trained);
    if (!store::name_stand_in(visit.db, visit.school, session, stand_in))
        return refuse(Refusal::changed_meanwhile);
    auto const name = [](std::optional<StaffId> const& id) { return id ? text_of(*id) : std::string(); };
    record(visit, session, {{"stand_in_id", name(session.stand_in), name(stand_in)}});
    return {};
}

Expected<void, Refusal> deliver(Visit& visit, Session const& session, Register const& the_register) {
    auto const programme = programmes::store::find(visit.db, visit.school, session.programme);
    if (!programme) return refuse(Refusal::changed_meanwhile);
    auto const children = children_on_register(visit, *programme, the_register.held_on);
    auto const objection = objection_to_delivering(
        {.outcome = session.outcome,
         .started_on = programme->started_on,
         .planned_on = session.planned_on,
         .held_on = the_register.held_on,
         .today = visit.today,
         .begun = has_begun(session, the_register.held_on, visit.now),
         .school_day = is_school_day(visit, the_register.held_on),
         .by_deliverer_or_stand_in = is_deliverer_or_stand_in(
             visit, session.deliverer.value_or(programme->deliverer), session.stand_in
         ),
         .trained = staff::actions::is_trained(visit, visit.staff(), the_register.held_on),
         .for_somebody = std::ranges::any_of(children, &ChildOnRegister::consented),
         .agreed_to_form = std::ranges::any_of(children, &ChildOnRegister::could_come),
         .misplaces_a_child = !misplaced_in(visit, *programme, the_register).empty(),
         .somebody_came = std::ranges::any_of(
             children,
             [&](auto const& child) {
                 return child.could_come && child.started && !the_register.absent.contains(child.place.id);
             }
         ),
         .programme_completed = programme->completed_on.has_value()}
    );
    if (objection) return refuse(*objection);
    if (!store::deliver(visit.db, visit.school, session, the_register.held_on, visit.staff()))
        return refuse(Refusal::changed_meanwhile);
    record(
        visit,
        session,
        {{"outcome", "planned", "delivered"}, {"held_on", "", calendar::iso(the_register.held_on)}}
    );
    for (auto const& [place, consented, could_come, started] : children)
        if (auto const absent = the_register.absent.find(place.id); absent != the_register.absent.end())
            note_absence(visit, session, place, absent->second);
    return {};
}

Expected<void, Refusal> undo_delivery(Visit& visit, Session const& session, std::string const& reason) {
    auto const programme = programmes::store::find(visit.db, visit.school, session.programme);
    if (!programme) return refuse(Refusal::changed_meanwhile);
    auto const evaluations = store::evaluations(visit.db, visit.school, session.id);
    auto const objection = objection_to_undoing_delivery(
        {.outcome = session.outcome,
         .by_recorder_or_senco =
             session.delivered_by == visit.staff() || visit.who.may(visits::Permission::coordinate),
         .a_child_is_written_up = std::ranges::any_of(
             evaluations, [](auto const& of_place) { return keeps_its_session(of_place.second); }
         ),
         .programme_completed = programme->completed_on.has_value(),
         .a_child_is_settled = store::has_settled_child(visit.db, visit.school, session)}
    );
    if (objection) return refuse(*objection);
    for (auto const& place :
         programmes::store::places(visit.db, visit.school, session.programme, visit.today))
        if (auto const found = evaluations.find(place.id); found != evaluations.end())
            take_back(visit, found->second, place.the_case, reason);
    if (!store::undo_delivery(visit.db, visit.school, session)) return refuse(Refusal::changed_meanwhile);
    record(
        visit,
        session,
        {{"outcome", "delivered", "planned"}, {"held_on", calendar::iso(*session.held_on), ""}},
        reason,
        records::Action::undone
    );
    return {};
}

Expected<void, Refusal> not_hold(Visit& visit, Session const& session, NotHeld const& not_held) {
    if (auto const objection = objection_to_not_holding(session)) return refuse(*objection);
    if (auto const objection = objection_to_the_day_instead(visit, session, not_held))
        return refuse(*objection);
    auto const programme = programmes::store::find(visit.db, visit.school, session.programme);
    if (!programme) return refuse(Refusal::changed_meanwhile);
    bool const rearranged = not_held.instead != Instead::nothing;
    if (!store::not_hold(visit.db, visit.school, session, not_held.why, rearranged))
        return refuse(Refusal::changed_meanwhile);
    if (!lay_instead(visit, *programme, session, not_held)) return refuse(Refusal::terms_end_before);
    record(
        visit,
        session,
        {{"outcome", "planned", "not_held"},
         {"why_not", "", std::string(word(not_held.why))},
         {"rearranged", "", rearranged ? "yes" : "no"}}
    );
    if (not_held.why == programmes::WhyNot::pupil_absent)
        note_absences(visit, *programme, session, not_held.absent);
    return {};
}

}  // namespace sessions
