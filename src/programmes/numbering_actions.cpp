#include "programmes/numbering_actions.hpp"

#include <algorithm>

#include "programmes/change_rules.hpp"
#include "programmes/change_store.hpp"
#include "programmes/numbering_rules.hpp"
#include "programmes/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"

namespace programmes {
namespace {

using records::text_of;

std::vector<records::FieldChange> differences(Session const& before, Session const& after) {
    std::vector<records::FieldChange> fields;
    auto const note = [&](char const* field, std::string const& from, std::string const& to) {
        if (from != to) fields.push_back({field, from, to});
    };
    note("number", std::to_string(before.number), std::to_string(after.number));
    note("planned_on", calendar::iso(before.planned_on), calendar::iso(after.planned_on));
    note("starts_at_time", before.starts_at_time, after.starts_at_time);
    note("room_id", text_of(before.room), text_of(after.room));
    return fields;
}

void record_where_they_stood(
    Visit& visit, std::vector<Session> const& before, std::vector<Session> const& after
) {
    for (auto const& session : after) {
        auto const stood = std::ranges::find(before, session.id, &Session::id);
        auto fields =
            stood == before.end() ? std::vector<records::FieldChange>() : differences(*stood, session);
        if (fields.empty()) continue;
        records::write(
            visit,
            {.action = records::Action::changed,
             .subject = "session",
             .subject_id = text_of(session.id),
             .fields = std::move(fields)}
        );
    }
}

}  // namespace

void number_by_day(Visit& visit, ProgrammeId const& programme) {
    auto const before = store::sessions(visit.db, visit.school, programme);
    auto const numbers = numbers_by_day(before);
    if (numbers.empty()) return;
    store::renumber(visit.db, visit.school, programme, numbers);
    auto const after = store::sessions(visit.db, visit.school, programme);
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "programme",
         .subject_id = text_of(programme),
         .fields = {{"sessions", days_in_words(before), days_in_words(after)}}}
    );
    record_where_they_stood(visit, before, after);
}

void move_sessions(Visit& visit, ProgrammeId const& programme, std::vector<Session> const& moved) {
    auto const before = store::sessions(visit.db, visit.school, programme);
    for (auto const& session : moved) store::move(visit.db, visit.school, session);
    record_where_they_stood(visit, before, store::sessions(visit.db, visit.school, programme));
    number_by_day(visit, programme);
}

}  // namespace programmes
