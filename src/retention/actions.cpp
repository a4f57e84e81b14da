#include "retention/actions.hpp"

#include <algorithm>

#include "base/secret.hpp"
#include "child_keys/destroying.hpp"
#include "data_map/erasing_store.hpp"
#include "need_to_know/actions.hpp"
#include "records/actions.hpp"
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

Date due_on(Visit const& visit, PupilId const& pupil, Category category) {
    auto const record = store::record(visit.db, visit.school, pupil);
    auto const dues = dues_of(record.value(), store::periods(visit.db, visit.school));
    return std::ranges::find(dues, category, &Due::category)->on;
}

data_map::Retention kept_as(Category category) {
    return category == Category::safeguarding_pointer ? data_map::Retention::safeguarding_pointer
                                                      : data_map::Retention::nurture_record;
}

std::string_view record_ended_by(Category category) {
    return category == Category::safeguarding_pointer ? child_keys::safeguarding_record
                                                      : child_keys::nurture_record;
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
         .fields = {{"ended_why", "", why}}}
    );
}

Expected<ErasureId, Refusal> sign_first(Visit& visit, PupilId const& pupil, Category category) {
    if (need_to_know::own_children(visit).contains(pupil)) return refuse(Refusal::own_family);
    if (auto const refusal = objection(visit, pupil, category)) return refuse(*refusal);
    for (auto const& signed_already : store::erasures(visit.db, visit.school))
        if (signed_already.pupil == pupil && signed_already.category == category)
            return refuse(Refusal::already_signed);
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
    if (auto const refusal = objection_to_second(erasure, visit.staff())) return refuse(*refusal);
    auto const& pupil = erasure.pupil.value();
    if (need_to_know::own_children(visit).contains(pupil)) return refuse(Refusal::own_family);
    if (auto const refusal = objection(visit, pupil, erasure.category)) return refuse(*refusal);
    child_keys::note_for_destroying(visit.db, visit.school, pupil.text(), record_ended_by(erasure.category));
    auto const counts =
        in_words(data_map::erase(visit.db, visit.school, kept_as(erasure.category), std::string(pupil.text()))
        );
    store::certify(visit.db, visit.school, erasure.id, counts, visit.staff(), visit.now);
    record_of(
        visit, erasure.id, Action::ended, {{"pupil_digest", "", erasure.pupil_digest}, {"counts", "", counts}}
    );
    return {};
}

}  // namespace retention
