#include "retention/actions.hpp"

#include <algorithm>

#include "base/secret.hpp"
#include "child_keys/about.hpp"
#include "child_keys/destroying.hpp"
#include "data_map/erasing_store.hpp"
#include "need_to_know/actions.hpp"
#include "records/actions.hpp"
#include "records/clearing_rules.hpp"
#include "records/values.hpp"
#include "retention/rules.hpp"
#include "retention/store.hpp"

namespace retention {
namespace {

using records::Action;
using records::text_of;

std::optional<Refusal> objection(Visit const& visit, PupilId const& pupil, Category category) {
    auto const record = store::record(visit.db, visit.school, pupil);
    if (!record) return Refusal::not_due;
    return objection_to_erasing(*record, category, store::periods(visit.db, visit.school), visit.today);
}

std::optional<Refusal> objection_to_second_now(Visit const& visit, Erasure const& erasure) {
    if (auto const refusal = objection_to_second(erasure, visit.staff())) return refusal;
    auto const& pupil = erasure.pupil.value();
    if (need_to_know::own_children(visit).contains(pupil)) return Refusal::own_family;
    return objection(visit, pupil, erasure.category);
}

Date due_on(Visit const& visit, PupilId const& pupil, Category category) {
    auto const record = store::record(visit.db, visit.school, pupil);
    auto const dues = dues_of(record.value(), store::periods(visit.db, visit.school));
    return std::ranges::find(dues, category, &Due::category)->on;
}

data_map::Retention kept_as(Category category) {
    switch (category) {
        case Category::special_needs:
        case Category::nurture:
        case Category::not_taken_up: return data_map::Retention::nurture_record;
        case Category::safeguarding_pointer: return data_map::Retention::safeguarding_pointer;
        case Category::on_the_roll: return data_map::Retention::on_the_roll;
    }
    return data_map::Retention::nurture_record;
}

// With the roll goes whatever is left of the others.
std::vector<std::string_view> records_ended_by(Category category) {
    if (category == Category::safeguarding_pointer) return {child_keys::safeguarding_record};
    if (category == Category::on_the_roll)
        return {child_keys::nurture_record, child_keys::safeguarding_record, child_keys::roll_record};
    return {child_keys::nurture_record};
}

void note_keys(Visit const& visit, PupilId const& pupil, Category category) {
    for (auto const record : records_ended_by(category))
        child_keys::note_for_destroying(visit.db, visit.school, pupil.text(), record);
    if (category != Category::on_the_roll) return;
    for (auto const& contact :
         data_map::contacts_of_nobody_else(visit.db, visit.school, std::string(pupil.text())))
        child_keys::note_for_destroying(visit.db, visit.school, contact, child_keys::roll_record);
}

std::string in_words(std::vector<data_map::Count> counts) {
    std::ranges::sort(counts, {}, &data_map::Count::table);
    std::string words;
    for (auto const& [table, rows] : counts)
        words += (words.empty() ? "" : ", ") + std::string(table) + " " + std::to_string(rows);
    return words;
}

void record_of(
    Visit& visit, ErasureId const& erasure, Action action, std::vector<records::FieldChange> fields
) {
    records::write(
        visit,
        {.action = action, .subject = "erasure", .subject_id = text_of(erasure), .fields = std::move(fields)}
    );
}

}  // namespace

void set_period(Visit& visit, Period const& period) {
    auto const before = period_of(period.category, store::periods(visit.db, visit.school));
    auto const id = visit.new_id<PeriodId>();
    store::set_period(visit.db, visit.school, id, period, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = Action::changed,
         .subject = "retention_period",
         .subject_id = text_of(id),
         .why = period.reason,
         .fields =
             {{std::string(word(period.category)),
               std::to_string(before.years),
               std::to_string(period.years)}}}
    );
}

HoldId hold(Visit& visit, PupilId const& pupil, std::string const& reason) {
    auto const id = visit.new_id<HoldId>();
    store::add_hold(visit.db, visit.school, id, pupil, reason, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "retention_hold",
         .subject_id = text_of(id),
         .about = text_of(pupil),
         .record = child_keys::roll_record,
         .fields = {{"pupil_id", "", text_of(pupil)}, {"reason", "", reason}}}
    );
    return id;
}

void end_hold(Visit& visit, Hold const& hold, std::string const& why) {
    store::end_hold(visit.db, visit.school, hold.id, why, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = Action::ended,
         .subject = "retention_hold",
         .subject_id = text_of(hold.id),
         .about = text_of(hold.pupil),
         .record = child_keys::roll_record,
         .fields = {{"ended_why", "", why}}}
    );
}

std::optional<Refusal> objection_to_first(Visit const& visit, PupilId const& pupil, Category category) {
    if (need_to_know::own_children(visit).contains(pupil)) return Refusal::own_family;
    if (auto const refusal = objection(visit, pupil, category)) return refusal;
    auto const waiting = store::to_sign(visit.db, visit.school);
    bool const is_signed = std::ranges::any_of(waiting, [&](Erasure const& one) {
        return one.pupil == pupil && one.category == category;
    });
    return is_signed ? std::optional(Refusal::already_signed) : std::nullopt;
}

Expected<ErasureId, Refusal> sign_first(Visit& visit, PupilId const& pupil, Category category) {
    if (auto const refusal = objection_to_first(visit, pupil, category)) return refuse(*refusal);
    Erasure erasure;
    erasure.id = visit.new_id<ErasureId>();
    erasure.pupil = pupil;
    erasure.pupil_digest = secret::digest({pupil.text()});
    erasure.category = category;
    erasure.due_on = due_on(visit, pupil, category);
    erasure.first_by = visit.staff();
    erasure.first_at = visit.now;
    store::sign_first(visit.db, visit.school, erasure);
    record_of(
        visit,
        erasure.id,
        Action::signed_,
        {{"pupil_digest", "", erasure.pupil_digest}, {"category", "", std::string(word(category))}}
    );
    return erasure.id;
}

Expected<void, Refusal> take_back(Visit& visit, Erasure const& erasure) {
    if (erasure.erased_at) return refuse(Refusal::already_erased);
    store::take_back(visit.db, visit.school, erasure.id);
    record_of(visit, erasure.id, Action::undone, {{"pupil_digest", erasure.pupil_digest, ""}});
    return {};
}

Expected<void, Refusal> sign_second_and_erase(Visit& visit, Erasure const& erasure) {
    if (auto const refusal = objection_to_second_now(visit, erasure)) return refuse(*refusal);
    auto const& pupil = erasure.pupil.value();
    note_keys(visit, pupil, erasure.category);
    store::certify(visit.db, visit.school, erasure.id, visit.staff(), visit.now);
    if (erasure.category == Category::on_the_roll) store::take_back_all_of(visit.db, visit.school, pupil);
    auto const taken =
        data_map::erase(visit.db, visit.school, kept_as(erasure.category), std::string(pupil.text()));
    auto const counts = in_words(taken.counts);
    store::say_counts(visit.db, visit.school, erasure.id, counts);
    record_of(
        visit,
        erasure.id,
        Action::ended,
        {{"pupil_digest", "", erasure.pupil_digest},
         {"counts", "", counts},
         {std::string(records::cleared_entries), "", records::in_ranges(taken.entries)}}
    );
    return {};
}

Expected<void, Refusal> sign_first_for_leavers(Visit& visit, std::vector<PupilId> const& leavers) {
    for (auto const& leaver : leavers)
        if (auto const refusal = objection_to_first(visit, leaver, Category::on_the_roll))
            return refuse(*refusal);
    for (auto const& leaver : leavers)
        if (auto const done = sign_first(visit, leaver, Category::on_the_roll); !done)
            return refuse(done.error());
    return {};
}

Expected<void, Refusal> sign_second_for_leavers(Visit& visit, std::vector<ErasureId> const& erasures) {
    std::vector<Erasure> all;
    for (auto const& id : erasures) {
        auto const erasure = store::erasure(visit.db, visit.school, id);
        if (!erasure || erasure->category != Category::on_the_roll) return refuse(Refusal::not_due);
        if (auto const refusal = objection_to_second_now(visit, *erasure)) return refuse(*refusal);
        all.push_back(*erasure);
    }
    for (auto const& erasure : all)
        if (auto const done = sign_second_and_erase(visit, erasure); !done) return refuse(done.error());
    return {};
}

}  // namespace retention
