#include "referrals/waiting_actions.hpp"

#include <algorithm>

#include "cases/actions.hpp"
#include "need_to_know/actions.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "referrals/priority_rules.hpp"
#include "referrals/waiting_store.hpp"

namespace referrals {
namespace {

using records::Action;
using records::text_of;

void record_review(Visit& visit, Waiting const& before, WaitingInput const& said) {
    records::write(
        visit,
        {.action = Action::changed,
         .subject = "waiting",
         .subject_id = text_of(before.id),
         .case_id = text_of(before.the_case),
         .fields =
             {{"review_by_on", calendar::iso(before.said.review_by_on), calendar::iso(said.review_by_on)},
              {"meanwhile", before.said.meanwhile, said.meanwhile}}}
    );
}

void record_position(Visit& visit, Waiting const& waiting, int from, int to, std::string const& why) {
    std::vector<records::FieldChange> fields{{"position", std::to_string(from), std::to_string(to)}};
    if (why.empty()) fields.push_back({"moved_along", "", "yes"});
    records::write(
        visit,
        {.action = Action::changed,
         .subject = "waiting",
         .subject_id = text_of(waiting.id),
         .case_id = text_of(waiting.the_case),
         .why = why,
         .fields = std::move(fields)}
    );
}

// Gives every child the number of its place; only numbers that differ are written. Who moves along has no
// reason of their own, and the reason of the one who was moved is nobody else's.
void number_anew(
    Visit& visit,
    std::vector<WaitingLine> const& lines,
    std::vector<CaseId> const& order,
    CaseId const& moved_case
) {
    for (auto const& line : lines) {
        auto const& waiting = line.waiting;
        auto const place = place_of(waiting.the_case, order);
        if (waiting.position == place) continue;
        waiting_store::set_position(visit.db, visit.school, waiting.id, place);
        if (waiting.the_case != moved_case) record_position(visit, waiting, waiting.position, place, "");
    }
}

Weighing weighing_of(WaitingLine const& line, Date today) {
    return {
        .need = line.weighed.need,
        .impact_on_learning = line.weighed.impact_on_learning,
        .earlier_support = line.weighed.earlier_support,
        .days_since_concern = today - line.first_concern_on,
        .days_waiting = today - line.waiting.since_on};
}

void place_as_suggested(std::vector<WaitingLine>& lines) {
    std::vector<Ranked> ranked;
    for (auto const& line : lines)
        ranked.push_back({line.suggestion.total(), line.suggestion.weighing.days_since_concern});
    auto const places = suggested_places(ranked);
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].suggested_place = places[i];
}

std::vector<CaseId> order_of(std::vector<WaitingLine> const& lines) {
    std::vector<CaseId> order;
    for (auto const& line : lines) order.push_back(line.waiting.the_case);
    return order;
}

// As the visitor counts them, to whom the list shows no child of their own.
std::vector<CaseId> shown_to(Visit const& visit, std::vector<WaitingLine> const& lines) {
    auto const own = need_to_know::own_children(visit);
    std::vector<CaseId> shown;
    for (auto const& line : lines)
        if (!own.contains(line.pupil.id)) shown.push_back(line.waiting.the_case);
    return shown;
}

}  // namespace

std::vector<WaitingLine> waiting_list(Visit const& visit) {
    auto lines = waiting_store::list(visit.db, visit.school, visit.today);
    need_to_know::Sight const sight(visit);
    need_to_know::Duty const duty(visit, visits::Permission::work_on_cases);
    for (auto& line : lines) {
        auto const access = sight.of(line.pupil);
        line.may_open = access && access->sees(need_to_know::Zone::progress);
        line.child = line.may_open ? sight.names(line.pupil) : duty.names(line.pupil);
        line.suggestion = suggestion_for(weighing_of(line, visit.today));
    }
    place_as_suggested(lines);
    std::erase_if(lines, [](auto const& line) { return !line.child; });
    return lines;
}

Expected<void, std::string> put_on_list(Visit& visit, CaseId const& the_case, WaitingInput const& said) {
    if (auto const objection = objection_to_waiting(said, visit.today)) return refuse(in_words(*objection));
    auto const taken = cases::take(visit, the_case, cases::Step::waiting_list);
    if (!taken) return refuse(cases::in_words(taken.error()));

    auto const id = visit.new_id<WaitingId>();
    waiting_store::add(visit.db, visit.school, id, the_case, said, visit.today);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "waiting",
         .subject_id = text_of(id),
         .case_id = text_of(the_case),
         .fields =
             {{"review_by_on", "", calendar::iso(said.review_by_on)}, {"meanwhile", "", said.meanwhile}}}
    );
    return {};
}

Expected<void, WaitingRefusal> review(
    Visit& visit, CaseId const& the_case, WaitingInput const& said, int version
) {
    auto const waiting = waiting_store::find(visit.db, visit.school, the_case);
    if (!waiting) return refuse(WaitingRefusal::not_waiting);
    if (auto const objection = objection_to_waiting(said, visit.today)) return refuse(*objection);
    if (!waiting_store::change(visit.db, visit.school, *waiting, said, version))
        return refuse(WaitingRefusal::moved_meanwhile);
    record_review(visit, *waiting, said);
    return {};
}

Expected<void, WaitingRefusal> move(Visit& visit, CaseId const& the_case, MoveInput const& wish) {
    auto const lines = waiting_store::list(visit.db, visit.school, visit.today);
    auto const shown = shown_to(visit, lines);

    auto const found = std::ranges::find(shown, the_case);
    if (found == shown.end()) return refuse(WaitingRefusal::not_waiting);
    auto const from = static_cast<int>(found - shown.begin()) + 1;
    if (from != wish.from) return refuse(WaitingRefusal::moved_meanwhile);
    auto const children = static_cast<int>(shown.size());
    if (auto const objection = objection_to_moving(from, wish.to, children, wish.reason))
        return refuse(*objection);

    auto const before = order_of(lines);
    auto const after = with_the_others(before, shown, moved(shown, the_case, wish.to));
    auto const& waiting = lines[static_cast<std::size_t>(place_of(the_case, before) - 1)].waiting;
    number_anew(visit, lines, after, the_case);
    waiting_store::set_position_reason(visit.db, visit.school, waiting.id, wish.reason);
    record_position(visit, waiting, place_of(the_case, before), place_of(the_case, after), wish.reason);
    return {};
}

void leave_the_list(Visit& visit, CaseId const& the_case, std::string const& why) {
    auto const line = waiting_store::end(visit.db, visit.school, the_case, visit.today);
    if (!line) return;
    records::write(
        visit,
        {.action = Action::ended,
         .subject = "waiting",
         .subject_id = text_of(*line),
         .case_id = text_of(the_case),
         .why = why,
         .fields = {{"ended_on", "", calendar::iso(visit.today)}}}
    );
}

void return_to_the_list(Visit& visit, CaseId const& the_case, std::string const& why) {
    auto const line = waiting_store::take_up_again(visit.db, visit.school, the_case);
    if (!line) return;
    records::write(
        visit,
        {.action = Action::undone,
         .subject = "waiting",
         .subject_id = text_of(*line),
         .case_id = text_of(the_case),
         .why = why}
    );
}

Expected<void, cases::Refusal> undo_waiting(Visit& visit, CaseId const& the_case, std::string const& reason) {
    auto undone = cases::undo(visit, the_case, cases::Step::waiting_list, reason);
    if (undone) leave_the_list(visit, the_case, reason);
    return undone;
}

}  // namespace referrals
