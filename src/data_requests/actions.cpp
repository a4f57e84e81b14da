#include "data_requests/actions.hpp"

#include <algorithm>

#include "base/secret.hpp"
#include "child_keys/about.hpp"
#include "data_map/rows_store.hpp"
#include "data_requests/confided_actions.hpp"
#include "data_requests/lines_rules.hpp"
#include "data_requests/names_store.hpp"
#include "data_requests/rules.hpp"
#include "data_requests/store.hpp"
#include "need_to_know/actions.hpp"
#include "pupils/naming_actions.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "schools/store.hpp"

namespace data_requests {
namespace {

using records::Action;
using records::text_of;

std::string child_or_colleague(Asked const& asked) {
    return asked.pupil ? text_of(*asked.pupil) : text_of(asked.staff.value());
}

void record(
    Visit& visit,
    Request const& request,
    Action action,
    std::vector<records::FieldChange> fields,
    std::string const& why = {}
) {
    records::write(
        visit,
        {.action = action,
         .subject = "data_request",
         .subject_id = text_of(request.id),
         .about = child_or_colleague(request.asked),
         .record = child_keys::roll_record,
         .why = why,
         .fields = std::move(fields)}
    );
}

Names names_of_ids(Visit const& visit, Asked const& asked) {
    Names names;
    for (auto& [id, name] : names_store::all(visit.db, visit.school, asked.pupil))
        names.by_id.emplace(id, name);
    return names;
}

Names names_around(Visit const& visit, Asked const& asked) {
    auto names = names_of_ids(visit, asked);
    names.others = pupils::actions::others_beside(visit, person_of(asked));
    return names;
}

// What is given out of these lines.
Copy copy_of(Visit const& visit, Request const& request, std::vector<Line> const& lines) {
    Copy copy{.school = visit.school_name, .whom = request.whom, .asked = request.asked};
    if (auto const school = schools::store::school(visit.db, visit.school))
        copy.telephone = school->telephone;
    for (auto const& line : lines) {
        if (line.kept_back && is_said(line.kept_back->reason)) copy.kept_back.push_back(*line.kept_back);
        auto given = given_of(line);
        if (!given) continue;
        if (given->confided) ++copy.confided;
        copy.lines.push_back(std::move(*given));
    }
    return copy;
}

// A request that is still being answered changes meanwhile, and whoever asked knows of it.
void leave_out_what_is_answered(std::vector<data_map::Row>& rows) {
    auto const is_of_its_end = [](data_map::Value const& value) {
        return value.column->name == "given_on" || value.column->name == "withdrawn_at";
    };
    std::erase_if(rows, [&](auto const& row) {
        return row.table->name == "data_request" && std::ranges::none_of(row.values, is_of_its_end);
    });
}

// What tells of a child of whom this reader may not be told is given out with that child's record.
void leave_words_of_others_closed(std::vector<data_map::Row>& rows) {
    for (auto& row : rows)
        for (auto& value : row.values)
            if (db::holds_sealed(value.text)) value.text = "Words about another child.";
}

Held held_by(Visit const& visit, Request const& request, Names const& names) {
    auto rows = data_map::rows_about(visit.db, visit.school, request.asked.about, person_of(request.asked));
    leave_out_what_is_answered(rows);
    leave_words_of_others_closed(rows);
    Held held{
        .lines = {},
        .kept_back = store::kept_back(visit.db, visit.school, request.id),
        .lines_read = store::lines_read(visit.db, visit.school, request.id)};
    held.lines = lines_of(rows, names, held.kept_back, request.line_key);
    mark_new(held.lines, held.lines_read);
    return held;
}

// What a copy says besides is of the request, or was decided, and changes no more once it is prepared.
std::string stored_now(Visit const& visit, Request const& request) {
    auto const& asked = request.asked;
    auto rows = data_map::rows_as_stored(visit.db, visit.school, asked.about, person_of(asked));
    leave_out_what_is_answered(rows);
    auto const rows_and_names = digest_as_stored(rows, names_of_ids(visit, asked), request.line_key);
    return secret::digest({rows_and_names, visit.school_name, request.whom});
}

std::string decision_of(std::optional<KeptBack> const& kept) {
    return kept ? std::string(word(kept->decision)) : "given";
}

}  // namespace

RequestId receive(Visit& visit, Asked const& asked) {
    auto const id = visit.new_id<RequestId>();
    store::add(visit.db, visit.school, id, asked, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "data_request",
         .subject_id = text_of(id),
         .about = child_or_colleague(asked),
         .record = child_keys::roll_record,
         .fields =
             {{"about", "", std::string(word(asked.about)) + " " + person_of(asked)},
              {"kind", "", std::string(word(asked.kind))},
              {"asked_by", "", asked.asked_by},
              {"asked_as", "", std::string(word(asked.asked_as))},
              {"received_on", "", calendar::iso(asked.received_on)},
              {"identity_check", "", asked.identity_check}}}
    );
    return id;
}

bool tells_of_ones_own(Visit const& visit, Request const& request, need_to_know::Duty const& duty) {
    if (!request.asked.contact) return false;
    auto const children = names_store::children_of(visit.db, visit.school, *request.asked.contact);
    return std::ranges::any_of(children, [&](auto const& child) { return duty.is_own(child.id); });
}

void work_with_what_is_held(
    Visit const& visit, Request const& request, need_to_know::Duty const& duty, ItIs it_is
) {
    if (!request.asked.contact || !visit.who.may(visits::Permission::open_data_requests)) return;
    constexpr auto because = "You see this because you answer for what is held of their parent or carer.";
    for (auto const& [id, name] : names_store::children_of(visit.db, visit.school, *request.asked.contact)) {
        if (it_is == ItIs::shown && id != request.asked.pupil) duty.reads(visit, id, name, because);
        if (it_is == ItIs::compared) duty.works_with(visit, id, name);
    }
}

Held held(Visit const& visit, Request const& request) {
    return held_by(visit, request, names_around(visit, request.asked));
}

Prepared prepared(Visit const& visit, Request const& request, Held const& held) {
    Prepared then{
        .since = since_read(held.lines, held.kept_back, held.lines_read),
        .copy = copy_of(visit, request, read_then(held.lines, held.lines_read))};
    // The same lines read otherwise where the name of whom they tell of has changed.
    if (digest_of(then.copy) != request.prepared_digest) then.since = Since::changed;
    return then;
}

Since since_prepared(Visit const& visit, Request const& request) {
    return prepared(visit, request, held_by(visit, request, names_of_ids(visit, request.asked))).since;
}

Since since_prepared_by_what_is_stored(Visit const& visit, Request const& request) {
    if (!request.stored_digest.empty() && stored_now(visit, request) == request.stored_digest)
        return Since::nothing;
    return since_prepared(visit, request);
}

Expected<void, Refusal> decide(
    Visit& visit, Request const& request, Line const& line, LineInput const& input
) {
    if (stage_of(request) != Stage::preparing) return refuse(Refusal::other_stage);
    if (!input.decision) {
        store::give(visit.db, visit.school, request.id, line.id);
        record(
            visit, request, Action::changed, {{line.names, decision_of(line.kept_back), "given"}}, input.words
        );
        return {};
    }
    KeptBack const kept{
        .line = line.id,
        .names = line.names,
        .decision = *input.decision,
        .reason = input.reason,
        .words = input.words,
        .hidden = input.hidden.empty() ? std::string() : kept_places(line, input.hidden),
        .decided_by = {}};
    store::keep_back(visit.db, visit.school, request.id, kept, visit.staff(), visit.now);
    record(
        visit,
        request,
        Action::changed,
        {{line.names, decision_of(line.kept_back), std::string(word(kept.decision))},
         {"reason", "", std::string(word(kept.reason))}},
        input.words
    );
    return {};
}

Expected<void, Refusal> take_off(Visit& visit, Request const& request, KeptBack const& kept) {
    if (stage_of(request) != Stage::preparing) return refuse(Refusal::other_stage);
    store::give(visit.db, visit.school, request.id, kept.line);
    record(
        visit,
        request,
        Action::changed,
        {{kept.names, std::string(word(kept.decision)), "taken off"}},
        "The line has changed or is gone"
    );
    return {};
}

Expected<void, Refusal> extend(Visit& visit, Request const& request, std::string const& why, Date told_on) {
    auto const open = schools::store::open_days(visit.db, visit.school);
    if (auto const objection = objection_to_extending(request, told_on, visit.today, open))
        return refuse(*objection);
    store::extend(visit.db, visit.school, request.id, why, told_on, visit.staff(), visit.now);
    record(
        visit,
        request,
        Action::changed,
        {{"extended", "no", "yes"}, {"told_on", "", calendar::iso(told_on)}},
        why
    );
    return {};
}

Expected<void, Refusal> prepare(Visit& visit, Request const& request, std::string const& lines_shown) {
    if (stage_of(request) != Stage::preparing) return refuse(Refusal::other_stage);
    auto const now = held(visit, request);
    auto const& lines = now.lines;
    if (digest_of(lines) != lines_shown) return refuse(Refusal::not_all_was_shown);
    if (std::ranges::any_of(lines, &Line::to_decide_again)) return refuse(Refusal::reads_otherwise);
    if (!of_no_line(now.kept_back, lines).empty()) return refuse(Refusal::decided_of_no_line);
    auto const digest = digest_of(copy_of(visit, request, lines));
    store::prepare(
        visit.db,
        visit.school,
        request.id,
        {.digest = digest, .lines_read = as_read(lines), .stored_digest = stored_now(visit, request)},
        visit.staff(),
        visit.now
    );
    record(visit, request, Action::changed, {{"prepared_digest", "", digest}});
    return {};
}

Expected<void, Refusal> prepare_again(Visit& visit, Request const& request) {
    auto const stage = stage_of(request);
    if (stage != Stage::prepared && stage != Stage::signed_) return refuse(Refusal::other_stage);
    if (since_prepared(visit, request) == Since::nothing) return refuse(Refusal::nothing_has_changed);
    return send_back(visit, request, {});
}

Expected<void, Refusal> send_back(Visit& visit, Request const& request, std::string const& why) {
    auto const stage = stage_of(request);
    if (stage != Stage::prepared && stage != Stage::signed_) return refuse(Refusal::other_stage);
    store::send_back(visit.db, visit.school, request.id, why);
    record(visit, request, Action::undone, {{"prepared_digest", request.prepared_digest, ""}}, why);
    return {};
}

Expected<void, Refusal> sign(Visit& visit, Request const& request) {
    if (stage_of(request) != Stage::prepared) return refuse(Refusal::other_stage);
    if (auto const objection = objection_to_signing(request, visit.staff(), since_prepared(visit, request)))
        return refuse(*objection);
    store::sign(visit.db, visit.school, request.id, visit.staff(), visit.now);
    record(visit, request, Action::signed_, {{"prepared_digest", "", request.prepared_digest}});
    return {};
}

Expected<void, Refusal> withdraw(Visit& visit, Request const& request, std::string const& why) {
    if (is_over(request)) return refuse(Refusal::other_stage);
    store::withdraw(visit.db, visit.school, request.id, why, visit.staff(), visit.now);
    record(visit, request, Action::ended, {{"withdrawn", "no", "yes"}}, why);
    return {};
}

Expected<void, Refusal> give_out(Visit& visit, Request const& request, Date on, Way way) {
    if (stage_of(request) != Stage::signed_) return refuse(Refusal::other_stage);
    if (auto const objection =
            objection_to_giving_out(request, on, visit.today, since_prepared(visit, request)))
        return refuse(*objection);
    if (confided_waits(visit, request)) return refuse(Refusal::confided_waits);
    store::give_out(visit.db, visit.school, request.id, on, way, visit.staff(), visit.now);
    record(
        visit,
        request,
        Action::ended,
        {{"given_on", "", calendar::iso(on)},
         {"given_way", "", std::string(word(way))},
         {"digest", "", request.prepared_digest}}
    );
    return {};
}

}  // namespace data_requests
