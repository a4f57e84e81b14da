#include "openings/actions.hpp"

#include "messages/actions.hpp"
#include "need_to_know/actions.hpp"
#include "need_to_know/share_store.hpp"
#include "openings/rules.hpp"
#include "openings/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"

namespace openings {
namespace {

using records::Action;
using records::text_of;

std::string yes_or_no(bool told) { return told ? "yes" : "no"; }

void tell_who_answers(Visit& visit, OverrideId const& id, PupilId const& pupil) {
    auto const people = store::answerable(visit.db, visit.school, visit.today);
    auto const family = need_to_know::share_store::family(visit.db, visit.school, pupil);
    std::vector<std::string> addresses;
    for (auto const& one : whom_to_tell(people, visit.staff(), family)) {
        store::tell(visit.db, visit.school, id, one.staff);
        addresses.push_back(one.address);
    }
    messages::tell_that_something_waits(visit, std::move(addresses));
}

constexpr auto duty = "You see this because you answer for safeguarding, or were told.";

// Who answers for safeguarding, who was told, and who did it themselves.
bool is_told_of(Visit const& visit, Override const& made) {
    return made.staff == visit.staff() || reads_overrides(visit.who) ||
           store::was_told(visit.db, visit.school, made.id, visit.staff());
}

}  // namespace

bool stays_closed(Visit const& visit, need_to_know::Seen const& child) {
    return may_open(visit.who, child.access) && !need_to_know::a_reason_would_open(visit, child.pupil.id);
}

void open(Visit& visit, PupilId const& pupil, std::string const& reason) {
    store::Opening const opening{
        .id = visit.new_id<OpeningId>(),
        .pupil = pupil,
        .staff = visit.staff(),
        .reason = reason,
        .opened_at = visit.now,
        .until_at = visit.now + opening_lasts};
    store::add(visit.db, visit.school, opening);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "opening",
         .subject_id = text_of(opening.id),
         .about = text_of(pupil),
         .why = reason,
         .fields = {{"pupil_id", "", text_of(pupil)}}}
    );
}

OverrideId override_for_safeguarding(Visit& visit, PupilId const& pupil, OverrideInput const& said) {
    Override const made{
        .id = visit.new_id<OverrideId>(),
        .pupil = pupil,
        .child_name = {},
        .staff = visit.staff(),
        .by_name = {},
        .reason = said.reason,
        .recipient = said.recipient,
        .child_told = said.child.told,
        .about_the_child = said.child.how,
        .parent_told = said.parent.told,
        .about_the_parent = said.parent.how,
        .opened_at = visit.now,
        .until_at = visit.now + override_lasts};
    store::add(visit.db, visit.school, made);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "override",
         .subject_id = text_of(made.id),
         .about = text_of(pupil),
         .record = child_keys::safeguarding_record,
         .why = said.reason,
         .fields =
             {{"pupil_id", "", text_of(pupil)},
              {"recipient", "", said.recipient},
              {"child_told", "", yes_or_no(said.child.told)},
              {"about_the_child", "", said.child.how},
              {"parent_told", "", yes_or_no(said.parent.told)},
              {"about_the_parent", "", said.parent.how}}}
    );
    tell_who_answers(visit, made.id, pupil);
    return made.id;
}

std::optional<OverrideTold> override_told(Visit const& visit, OverrideId const& id) {
    auto made = store::find(visit.db, visit.school, id);
    if (!made || !is_told_of(visit, *made)) return std::nullopt;
    auto child = need_to_know::Duty(visit, visits::Permission::open_case)
                     .reads(visit, made->pupil, made->child_name, duty);
    if (!child) return std::nullopt;
    visit.db.open_words_of(*made);
    return OverrideTold{std::move(*child), std::move(*made)};
}

std::vector<OverrideNoted> noted_about(Visit const& visit, PupilId const& pupil) {
    auto noted = store::noted(visit.db, visit.school, pupil, visit.staff());
    bool const reads_all = reads_overrides(visit.who);
    for (auto& one : noted) one.may_read = one.may_read || reads_all;
    return noted;
}

std::vector<OverrideTold> overrides_told(Visit const& visit, std::int64_t most, std::int64_t after) {
    std::vector<OverrideTold> told;
    need_to_know::Duty const of_the_visitor(visit, visits::Permission::open_case);
    for (auto& made : store::of_others(visit.db, visit.school, visit.staff(), most, after)) {
        auto child = of_the_visitor.reads(visit, made.pupil, made.child_name, duty);
        if (!child) continue;
        visit.db.open_words_of(made);
        told.push_back({std::move(*child), std::move(made)});
    }
    return told;
}

bool has_read(Visit& visit, OverrideId const& id) {
    auto const made = store::find(visit.db, visit.school, id);
    if (!made || need_to_know::Duty(visit, visits::Permission::open_case).is_own(made->pupil)) return false;
    if (!store::was_told(visit.db, visit.school, id, visit.staff())) return false;
    if (store::read(visit.db, visit.school, id, visit.staff(), visit.now))
        records::write(
            visit,
            {.action = Action::changed,
             .subject = "override_told",
             .subject_id = text_of(id),
             .fields = {{"read_at", "", calendar::in_words(visit.now)}}}
        );
    return true;
}

}  // namespace openings
