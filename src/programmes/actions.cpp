#include "programmes/actions.hpp"

#include <algorithm>

#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "consent/rules.hpp"
#include "programmes/change_rules.hpp"
#include "programmes/change_store.hpp"
#include "programmes/few_children_rules.hpp"
#include "programmes/numbering_actions.hpp"
#include "programmes/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
#include "staff/actions.hpp"

namespace programmes {
namespace {

using records::text_of;

Session session_of(Visit& visit, Programme const& programme, int number, Date day) {
    Session session;
    session.id = visit.new_id<SessionId>();
    session.programme = programme.id;
    session.number = number;
    session.planned_on = day;
    session.starts_at_time = programme.starts_at_time;
    session.room = programme.room;
    session.room_name = programme.room_name;
    return session;
}

Programme programme_from(NewProgramme const& input) {
    Programme programme;
    programme.name = input.name;
    programme.form = input.form;
    programme.deliverer = input.deliverer;
    programme.room = input.room;
    programme.starts_on = input.starts_on;
    programme.starts_at_time = input.starts_at_time;
    programme.minutes = input.minutes;
    programme.weeks = input.weeks;
    programme.places = input.places;
    programme.bounds_reason = input.reason;
    return programme;
}

std::optional<schools::PolicyVersion> policy_on(Visit& visit, Date day) {
    return schools::policy_in_force(schools::store::policy_versions(visit.db, visit.school), day);
}

// The sessions' numbers and days, which is all that a programme's own record says of them.
std::string lay_sessions(Visit& visit, Programme const& programme, std::vector<Date> const& days) {
    std::string laid;
    int number = 0;
    for (auto const day : days) {
        auto const session = session_of(visit, programme, ++number, day);
        store::add_session(visit.db, visit.school, session);
        if (!laid.empty()) laid += ", ";
        laid += std::to_string(number) + ": " + calendar::iso(day);
    }
    return laid;
}

}  // namespace

std::vector<Refusal> objections_to_making(Visit& visit, NewProgramme const& input) {
    auto const open = schools::store::open_days(visit.db, visit.school);
    auto const policy = policy_on(visit, input.starts_on);
    Shape const shape{
        .form = input.form,
        .places = input.places,
        .weeks = input.weeks,
        .reason_given = !input.reason.empty()};
    auto objections = policy ? objections_to(shape, *policy) : std::vector{Refusal::no_policy_in_force};
    auto const days = schools::session_days(input.starts_on, input.weeks, open.terms, open.closures);
    if (input.starts_on < visit.today) objections.push_back(Refusal::starts_in_the_past);
    if (!schools::is_school_day(input.starts_on, open.terms, open.closures))
        objections.push_back(Refusal::school_closed_that_day);
    else if (static_cast<int>(days.size()) < input.weeks)
        objections.push_back(Refusal::terms_end_before);
    if (!staff::actions::is_trained(visit, input.deliverer, visit.today))
        objections.push_back(Refusal::not_trained);
    else if (!store::delivers_here(visit.db, visit.school, input.deliverer, visit.today))
        objections.push_back(Refusal::deliverer_has_left);
    return objections;
}

Expected<ProgrammeId, std::vector<Refusal>> make(Visit& visit, NewProgramme const& input) {
    if (auto const objections = objections_to_making(visit, input); !objections.empty())
        return refuse(objections);
    auto const open = schools::store::open_days(visit.db, visit.school);
    auto const days = schools::session_days(input.starts_on, input.weeks, open.terms, open.closures);
    auto programme = programme_from(input);
    programme.id = visit.new_id<ProgrammeId>();
    programme.policy_version = policy_on(visit, input.starts_on)->id;
    store::add(visit.db, visit.school, programme, visit.staff(), visit.now);
    auto const sessions = lay_sessions(visit, programme, days);

    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "programme",
         .subject_id = text_of(programme.id),
         .why = programme.bounds_reason,
         .fields =
             {{"name", "", programme.name},
              {"form", "", std::string(word(programme.form))},
              {"deliverer_id", "", text_of(programme.deliverer)},
              {"starts_on", "", calendar::iso(programme.starts_on)},
              {"weeks", "", std::to_string(programme.weeks)},
              {"places", "", std::to_string(programme.places)},
              {"sessions", "", sessions}}}
    );
    return programme.id;
}

std::vector<Suggestion> suggestions_for(Visit& visit, Programme const& programme) {
    auto const forms = store::chosen_forms(visit.db, visit.school);
    auto areas = store::agreed_areas(visit.db, visit.school);
    std::vector<Suggestion> suggestions;
    for (auto const& one : cases::store::open(visit.db, visit.school, visit.today)) {
        auto const stage = cases::status_of(one.facts, visit.today).stage;
        if (stage != cases::Stage::to_allocate &&
            !cases::may_be_placed(one.facts, programme.form, visit.today))
            continue;
        auto const form = forms.find(one.id);
        auto const* prioritised = cases::standing(one.facts.steps, cases::Step::prioritisation);
        suggestions.push_back(
            {.the_case = one.id,
             .pupil = one.pupil,
             .days_waiting = prioritised ? visit.today - prioritised->taken_on : 0,
             .form_fits = form == forms.end() || form->second == programme.form,
             .agreed_to = consent::in_force_to(one.facts.answers, programme.form, visit.today),
             .areas = std::move(areas[one.id])}
        );
    }
    std::ranges::stable_sort(suggestions, [](auto const& one, auto const& other) {
        return std::tuple(!one.form_fits, !one.agreed_to, -one.days_waiting) <
               std::tuple(!other.form_fits, !other.agreed_to, -other.days_waiting);
    });
    return suggestions;
}

Expected<void, Refusal> extend(Visit& visit, ProgrammeId const& id, int weeks, std::string const& reason) {
    auto programme = store::find(visit.db, visit.school, id);
    if (!programme) return refuse(Refusal::changed_meanwhile);
    auto const versions = schools::store::policy_versions(visit.db, visit.school);
    auto const judge = policy_that_stands_with(*programme, versions);
    if (!judge) return refuse(Refusal::no_policy_in_force);
    Lengthening const wanted{
        .weeks = weeks,
        .by_the_senco = visit.who.may(visits::Permission::coordinate),
        .reason_given = !reason.empty()};
    if (auto const objection = objection_to_extending(*programme, wanted, *judge)) return refuse(*objection);

    for (auto more = weeks - programme->weeks; more > 0; --more) {
        auto const day = day_after_the_last(visit, *programme);
        if (!day) return refuse(Refusal::terms_end_before);
        lay_another(visit, *programme, *day);
    }

    auto const before = std::exchange(programme->weeks, weeks);
    programme->extension_reason = reason;
    if (!store::change(visit.db, visit.school, *programme)) return refuse(Refusal::changed_meanwhile);
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "programme",
         .subject_id = text_of(id),
         .why = reason,
         .fields = {{"weeks", std::to_string(before), std::to_string(weeks)}}}
    );
    return {};
}

std::optional<Date> day_after_the_last(Visit& visit, Programme const& programme) {
    auto last = programme.starts_on - calendar::days_in_week;
    for (auto const& session : store::sessions(visit.db, visit.school, programme.id))
        last = std::max(last, session.planned_on);
    auto const open = schools::store::open_days(visit.db, visit.school);
    // On the programme's own weekday, in the week after the last session's.
    auto const from = calendar::monday_of(last) + calendar::days_in_week + programme.weekday();
    auto const days = schools::session_days(from, 1, open.terms, open.closures);
    return days.empty() ? std::nullopt : std::optional(days.front());
}

Session session_on(Visit& visit, Programme const& programme, int number, Date day) {
    auto session = session_of(visit, programme, number, day);
    std::vector<Date> changes;
    for (auto const& change : store::changes_of(visit.db, visit.school, programme.id))
        changes.push_back(change.from_on);
    auto const beside = session_beside(store::sessions(visit.db, visit.school, programme.id), changes, day);
    if (!beside) return session;
    session.deliverer = beside->deliverer;
    session.room = beside->room;
    session.room_name = beside->room_name;
    session.starts_at_time = beside->starts_at_time;
    return session;
}

Session lay_another(Visit& visit, Programme const& programme, Date day, std::optional<int> number) {
    int last = 0;
    for (auto const& session : store::sessions(visit.db, visit.school, programme.id))
        last = std::max(last, session.number);
    auto session = session_on(visit, programme, number.value_or(last + 1), day);
    store::add_session(visit.db, visit.school, session);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "session",
         .subject_id = text_of(session.id),
         .fields =
             {{"programme_id", "", text_of(programme.id)},
              {"planned_on", "", calendar::iso(session.planned_on)}}}
    );
    number_by_day(visit, programme.id);
    return session;
}

}  // namespace programmes
