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

}  // namespace

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

std::optional<Override> find_for(Visit const& visit, OverrideId const& id) {
    auto found = store::find(visit.db, visit.school, id);
    if (!found || need_to_know::own_children(visit).contains(found->pupil)) return std::nullopt;
    return found;
}

std::vector<OverrideNoted> noted_about(Visit const& visit, PupilId const& pupil) {
    auto noted = store::noted(visit.db, visit.school, pupil, visit.staff());
    bool const reads_all = reads_overrides(visit.who);
    for (auto& one : noted) one.may_read = one.may_read || reads_all;
    return noted;
}

bool has_read(Visit& visit, OverrideId const& id) {
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
