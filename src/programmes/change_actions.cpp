#include "programmes/change_actions.hpp"

#include <algorithm>

#include "programmes/change_rules.hpp"
#include "programmes/change_store.hpp"
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

Programme changed(Programme programme, NewDelivery const& input, std::vector<Session> const& moved) {
    programme.deliverer = input.deliverer;
    programme.room = input.room;
    programme.starts_at_time = input.starts_at_time;
    if (static_cast<int>(input.weekday) != programme.weekday()) programme.changed_weekday = input.weekday;
    bool const all_to_come = !programme.started_on && input.from_on <= programme.starts_on && !moved.empty();
    if (all_to_come) programme.starts_on = moved.front().planned_on;
    return programme;
}

std::vector<records::FieldChange> differences(Programme const& before, Programme const& after, Date from_on) {
    std::vector<records::FieldChange> fields{{"from_on", "", calendar::iso(from_on)}};
    auto const note = [&](char const* field, std::string const& from, std::string const& to) {
        if (from != to) fields.push_back({field, from, to});
    };
    note("deliverer_id", text_of(before.deliverer), text_of(after.deliverer));
    note("room_id", text_of(before.room), text_of(after.room));
    note("when", when_in_words(before), when_in_words(after));
    note("starts_on", calendar::iso(before.starts_on), calendar::iso(after.starts_on));
    return fields;
}

}  // namespace

Expected<void, Refusal> change_delivery(Visit& visit, ProgrammeId const& id, NewDelivery const& input) {
    auto const before = store::find(visit.db, visit.school, id);
    if (!before) return refuse(Refusal::changed_meanwhile);
    auto const open = schools::store::open_days(visit.db, visit.school);
    auto const sessions = store::sessions(visit.db, visit.school, id);
    auto const moved = moved_sessions(*before, sessions, input, open.terms, open.closures);
    auto const objection = objection_to_changing(
        {.programme = before->state(),
         .from_on = input.from_on,
         .today = visit.today,
         .changes_something = changes_something(*before, input),
         .another_deliverer = input.deliverer != before->deliverer,
         .works_here = store::delivers_here(visit.db, visit.school, input.deliverer, input.from_on),
         .trained = staff::actions::is_trained(visit, input.deliverer, input.from_on),
         .days_left = moved.has_value()}
    );
    if (objection) return refuse(*objection);

    auto const after = changed(*before, input, *moved);
    store::add_change(
        visit.db,
        visit.school,
        visit.new_id<store::ChangeId>(),
        *before,
        after,
        input,
        visit.staff(),
        visit.now
    );
    if (!store::change_delivery(visit.db, visit.school, after)) return refuse(Refusal::changed_meanwhile);
    if (after.deliverer != before->deliverer)
        store::keep_with(visit.db, visit.school, id, before->deliverer, input.from_on);
    move_sessions(visit, id, *moved);

    auto fields = differences(*before, after, input.from_on);
    if (!moved->empty()) fields.push_back({"sessions", "", days_in_words(*moved)});
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "programme",
         .subject_id = text_of(id),
         .why = input.reason,
         .fields = std::move(fields)}
    );
    return {};
}

}  // namespace programmes
