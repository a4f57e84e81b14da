#include "programmes/numbering_actions.hpp"
#include "programmes/store.hpp"
#include "records/actions.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
#include "sessions/actions.hpp"
#include "sessions/presence_actions.hpp"

// Taking back that a session was not held.
namespace sessions {
namespace {

using programmes::Outcome;

// A copy, since what it is found among goes.
std::optional<Session> laid_in_place_of(Visit& visit, Session const& session) {
    if (!session.rearranged) return std::nullopt;
    auto const all = programmes::store::sessions(visit.db, visit.school, session.programme);
    auto const* const instead = programmes::in_place_of(session, all);
    return instead ? std::optional(*instead) : std::nullopt;
}

// Of several under one number, each was laid when the one before it was put off.
bool was_put_off_again(Visit& visit, Session const& session) {
    for (auto const& other : programmes::store::sessions(visit.db, visit.school, session.programme))
        if (other.number == session.number && other.rearranged && other.id > session.id) return true;
    return false;
}

bool is_school_day(Visit& visit, Date day) {
    auto const open = schools::store::open_days(visit.db, visit.school);
    return schools::is_school_day(day, open.terms, open.closures);
}

void record(
    Visit& visit, Session const& session, std::string const& why, std::vector<records::FieldChange> fields
) {
    records::write(
        visit,
        {.action = records::Action::undone,
         .subject = "session",
         .subject_id = std::string(session.id.text()),
         .about = std::string(session.programme.text()),
         .record = child_keys::programme_record,
         .why = why,
         .fields = std::move(fields)}
    );
}

// Its row is gone: the log alone keeps where the session in the place of this one was to be.
void add_what_was_laid(std::vector<records::FieldChange>& fields, Session const& instead) {
    fields.push_back({"instead_id", std::string(instead.id.text()), ""});
    fields.push_back({"instead_on", calendar::iso(instead.planned_on), ""});
    fields.push_back({"instead_at", instead.starts_at_time, ""});
    fields.push_back({"instead_in", instead.room_name, ""});
}

}  // namespace

std::optional<Refusal> objection_to_undoing_not_held(Visit& visit, Session const& session) {
    auto const programme = programmes::store::find(visit.db, visit.school, session.programme);
    if (!programme) return Refusal::changed_meanwhile;
    auto const instead = laid_in_place_of(visit, session);
    auto const deliverer = session.deliverer.value_or(programme->deliverer);
    return objection_to_undoing_not_held(
        {.outcome = session.outcome,
         .by_holder_or_senco = visit.staff() == deliverer || visit.staff() == session.stand_in ||
                               visit.who.may(visits::Permission::coordinate),
         .programme_completed = programme->completed_on.has_value(),
         .school_day = is_school_day(visit, session.planned_on),
         .put_off_again = session.rearranged && was_put_off_again(visit, session),
         .done_in_its_place = instead && is_done_in_place_of(session, *instead)}
    );
}

Expected<void, Refusal> undo_not_held(Visit& visit, Session const& session, std::string const& reason) {
    if (auto const objection = objection_to_undoing_not_held(visit, session)) return refuse(*objection);
    std::vector<records::FieldChange> fields{
        {"outcome", "not_held", "planned"},
        {"why_not", std::string(word(*session.why_not)), ""},
        {"rearranged", session.rearranged ? "yes" : "no", ""}};
    if (auto const instead = laid_in_place_of(visit, session)) {
        if (!store::remove(visit.db, visit.school, *instead)) return refuse(Refusal::changed_meanwhile);
        record(visit, *instead, reason, {{"planned_on", calendar::iso(instead->planned_on), ""}});
        add_what_was_laid(fields, *instead);
    }
    if (!store::undo_not_holding(visit.db, visit.school, session)) return refuse(Refusal::changed_meanwhile);
    record(visit, session, reason, std::move(fields));
    take_back_absences(visit, session, reason);
    programmes::number_by_day(visit, session.programme);
    return {};
}

}  // namespace sessions
