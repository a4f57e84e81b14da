#include "sharing/actions.hpp"

#include <algorithm>

#include "cases/store.hpp"
#include "need_to_know/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "sharing/rules.hpp"
#include "sharing/store.hpp"
#include "staff/store.hpp"

namespace sharing {
namespace {

using records::Action;
using records::text_of;

bool is_open(Visit const& visit, CaseId const& the_case) {
    return cases::store::is_open(visit.db, visit.school, the_case);
}

std::string field_of(Answer const& answer) {
    auto const of = std::string(word(answer.zone)) + " ";
    if (answer.circle) return of + std::string(word(*answer.circle));
    return of + (answer.role ? std::string(word(*answer.role)) : text_of(*answer.staff));
}

std::string in_the_log(Answer const& answer) {
    auto const until = answer.until_on ? " until " + calendar::iso(*answer.until_on) : std::string();
    return (answer.yes ? "yes" : "no") + until;
}

// `kept_of`: who gave it, where it is kept from an asking before.
void record_answer(
    Visit& visit, CaseId const& the_case, ObjectionInput const& said, std::string const& kept_of
) {
    std::vector<records::FieldChange> fields{{"outcome", "", std::string(word(said.outcome))}};
    if (!kept_of.empty()) fields.push_back({"kept_of", "", kept_of});
    records::write(
        visit,
        {.action = Action::made,
         .subject = "objection_answer",
         .subject_id = text_of(said.answer),
         .case_id = text_of(the_case),
         .why = said.reason,
         .fields = std::move(fields)}
    );
}

bool is_about_them(Answer const& answer, LastWord const& door) {
    return answer.role == door.role && answer.staff == door.staff && answer.circle == door.circle;
}

Answer const* answer_to(AgreementInput const& said, LastWord const& door, Zone zone) {
    auto const found = std::ranges::find_if(said.answers, [&](Answer const& answer) {
        return answer.zone == zone && is_about_them(answer, door);
    });
    return found == said.answers.end() ? nullptr : &*found;
}

std::optional<Date> earlier(std::optional<Date> const& one, std::optional<Date> const& other) {
    return one && other ? std::min(*one, *other) : one ? one : other;
}

// What the child told before may be open to who asks now, who can't ask for it: that door stays as the child
// left it, as long as how it goes is open to them. Of a circle the others are asked about, so its door is
// answered.
std::vector<Answer> doors_that_the_asker_can_not_ask_for(
    Visit const& visit,
    CaseId const& the_case,
    need_to_know::Relationship asker,
    need_to_know::Child const& child,
    AgreementInput const& said
) {
    std::vector<Answer> kept;
    if (!understood_before(visit, the_case)) return kept;
    for (auto const& door : store::last_words(visit.db, visit.school, the_case)) {
        if (door.circle || !stays_open(door, visit.today) || answer_to(said, door, door.zone)) continue;
        auto const* const how_it_goes = answer_to(said, door, Zone::progress);
        if (!how_it_goes || !how_it_goes->yes) continue;
        Answer const yes{
            .id = {},
            .zone = door.zone,
            .staff = door.staff,
            .role = door.role,
            .yes = true,
            .until_on = earlier(door.until_on, how_it_goes->until_on)};
        if (opens_to_themselves(visit.who, asker, yes, child)) kept.push_back(yes);
    }
    return kept;
}

// A child who says the same no again has not asked for another answer, nor has one who doesn't understand yet
// what their yes means: least of all does a door open that was closed.
void keep_answers(
    Visit& visit,
    CaseId const& the_case,
    std::vector<store::Answered> const& before,
    AgreementInput const& said
) {
    for (auto const& answered : before) {
        auto const again = std::ranges::find_if(said.answers, [&](Answer const& answer) {
            return keeps_what_was_answered(answered.to, answer, said.understands);
        });
        if (again == said.answers.end()) continue;
        ObjectionInput const kept{again->id, answered.outcome, answered.reason};
        store::answer_objection(visit.db, visit.school, kept, answered.by, answered.at);
        record_answer(visit, the_case, kept, text_of(answered.by));
    }
}

// With everybody who belongs to a circle of theirs.
need_to_know::Child child_of(Visit const& visit, CaseId const& the_case) {
    namespace known = need_to_know::store;
    auto child = known::child_of_case(visit.db, visit.school, the_case, visit.today, visit.now).value();
    child.raised_by = known::raised_by(visit.db, visit.school, the_case);
    return child;
}

// Of a circle the others are asked about too.
bool would_open_to_asker(Visit const& visit, need_to_know::Seen const& child, AskedAbout const& one) {
    if (one.circle) return false;
    Answer const yes{
        .id = {},
        .zone = Zone::confidence,
        .staff = one.staff,
        .role = one.role,
        .yes = true,
        .until_on = {}};
    need_to_know::Child asked;
    asked.pupil = child.pupil;
    return opens_to_themselves(visit.who, child.access.relationship(), yes, asked);
}

bool works_here(Visit const& visit, StaffId const& staff) {
    auto const person = staff::store::person(visit.db, visit.school, staff);
    return person && (!person->left_on || *person->left_on > visit.today);
}

}  // namespace

bool understood_before(Visit const& visit, CaseId const& the_case) {
    auto const all = store::agreements(visit.db, visit.school, the_case);
    auto const standing = std::ranges::find(all, true, &Agreement::stands);
    return standing != all.end() && standing->understands;
}

std::vector<AskedAbout> whom_to_ask_about(
    Visit const& visit, need_to_know::Seen const& child, CaseId const& the_case
) {
    auto about = store::with_a_duty(visit.db, visit.school, child.pupil.class_id, visit.today);
    for (auto& one : store::named_before(visit.db, visit.school, the_case)) about.push_back(std::move(one));
    for (auto& one : about) one.opens_to_asker = would_open_to_asker(visit, child, one);
    return about;
}

Expected<AgreementId, Refusal> record_agreement(
    Visit& visit, CaseId const& the_case, need_to_know::Relationship asker, AgreementInput said
) {
    if (!is_open(visit, the_case)) return refuse(Refusal::case_closed);
    for (auto const& answer : said.answers)
        if (answer.staff && !works_here(visit, *answer.staff)) return refuse(Refusal::not_of_this_school);
    auto const child = child_of(visit, the_case);
    for (auto const& answer : said.answers)
        if (opens_to_themselves(visit.who, asker, answer, child)) return refuse(Refusal::opens_to_themselves);
    auto kept = doors_that_the_asker_can_not_ask_for(visit, the_case, asker, child, said);
    // Of somebody by name a no is no more than that nothing is agreed.
    std::erase_if(said.answers, [](Answer const& answer) { return answer.staff && !answer.yes; });

    store::NewAgreement const made{
        .id = visit.new_id<AgreementId>(),
        .the_case = the_case,
        .asked_on = visit.today,
        .asked_by = visit.staff(),
        .understands = said.understands,
        .why_judged = said.why_judged,
        .made_at = visit.now};
    auto const answered = store::answered_objections(visit.db, visit.school, the_case);
    store::replace(visit.db, visit.school, made);
    std::vector<records::FieldChange> fields{{"understands", "", said.understands ? "yes" : "no"}};
    for (auto& answer : said.answers) {
        answer.id = visit.new_id<AnswerId>();
        store::add(visit.db, visit.school, made.id, answer);
        fields.push_back({field_of(answer), "", in_the_log(answer)});
    }
    for (auto& answer : kept) {
        answer.id = visit.new_id<AnswerId>();
        store::add(visit.db, visit.school, made.id, answer);
        fields.push_back({field_of(answer), "", in_the_log(answer) + ", as before"});
    }
    records::write(
        visit,
        {.action = Action::made,
         .subject = "sharing_agreement",
         .subject_id = text_of(made.id),
         .case_id = text_of(the_case),
         .why = said.why_judged,
         .fields = std::move(fields)}
    );
    keep_answers(visit, the_case, answered, said);
    return made.id;
}

Expected<void, Refusal> answer_objection(Visit& visit, CaseId const& the_case, ObjectionInput const& said) {
    if (!is_open(visit, the_case)) return refuse(Refusal::case_closed);
    auto const all = store::agreements(visit.db, visit.school, the_case);
    auto const standing = std::ranges::find(all, true, &Agreement::stands);
    if (standing == all.end()) return refuse(Refusal::no_such_objection);
    auto const answer = std::ranges::find(standing->answers, said.answer, &AnswerTold::id);
    if (answer == standing->answers.end()) return refuse(Refusal::no_such_objection);
    if (auto const why_not = objection_to_answering(*answer, said.outcome)) return refuse(*why_not);

    store::answer_objection(visit.db, visit.school, said, visit.staff(), visit.now);
    record_answer(visit, the_case, said, {});
    return {};
}

Expected<void, Refusal> share_by_name(Visit& visit, CaseId const& the_case, ShareInput const& said) {
    if (!is_open(visit, the_case)) return refuse(Refusal::case_closed);
    if (!works_here(visit, said.staff)) return refuse(Refusal::not_of_this_school);
    store::end_what_is_over(visit.db, visit.school, the_case, visit.staff(), visit.today, visit.now);
    store::NewShare const made{
        .id = visit.new_id<NamedShareId>(),
        .the_case = the_case,
        .said = said,
        .by = visit.staff(),
        .at = visit.now};
    if (!store::add(visit.db, visit.school, made)) return refuse(Refusal::already_shared);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "named_share",
         .subject_id = text_of(made.id),
         .case_id = text_of(the_case),
         .why = said.reason,
         .fields = {{"staff_id", "", text_of(said.staff)}, {"until_on", "", calendar::iso(said.until_on)}}}
    );
    return {};
}

bool end_share(Visit& visit, CaseId const& the_case, NamedShareId const& id) {
    if (!store::end(visit.db, visit.school, the_case, id, visit.staff(), visit.now)) return false;
    records::write(
        visit,
        {.action = Action::ended,
         .subject = "named_share",
         .subject_id = text_of(id),
         .case_id = text_of(the_case)}
    );
    return true;
}

}  // namespace sharing
