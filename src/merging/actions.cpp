#include "merging/actions.hpp"

#include <algorithm>

#include "child_keys/about.hpp"
#include "data_map/moving_store.hpp"
#include "data_map/sealing_store.hpp"
#include "merging/rules.hpp"
#include "merging/store.hpp"
#include "pupils/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"

namespace merging {
namespace {

using records::Action;
using records::text_of;

std::map<std::string, int> counted(std::vector<data_map::Named> const& rows) {
    std::map<std::string, int> counts;
    for (auto const& row : rows) ++counts[row.table];
    return counts;
}

std::string in_the_log(std::map<std::string, int> const& counts) {
    std::string words;
    for (auto const& [table, rows] : counts)
        words += (words.empty() ? "" : ", ") + table + " " + std::to_string(rows);
    return words;
}

std::string in_the_log(std::set<std::string> const& fields) {
    std::string words;
    for (auto const& field : fields) words += (words.empty() ? "" : ", ") + field;
    return words;
}

// Names no child: ids, counts and names of fields.
void record_of(
    Visit& visit,
    Action action,
    MergingId const& id,
    PupilId const& stays,
    std::vector<records::FieldChange> fields,
    std::string const& why
) {
    records::write(
        visit,
        {.action = action,
         .subject = "merging",
         .subject_id = text_of(id),
         .about = text_of(stays),
         .record = child_keys::roll_record,
         .why = why,
         .fields = std::move(fields)}
    );
}

// The day of the merging may have been nearly over.
Instant can_not_be_undone_from_before(Instant now) { return now - (days_to_undo + 1) * (24 * hours); }

bool some_are_gone(Visit const& visit, Merged const& merged) {
    auto standing = data_map::rows_naming(visit.db, visit.school, text_of(merged.stays));
    std::ranges::sort(standing);
    return std::ranges::any_of(store::kept_rows(visit.db, visit.school, merged.id), [&](auto const& row) {
        return !std::ranges::binary_search(standing, row);
    });
}

}  // namespace

std::optional<Comparison> compare(Visit const& visit, PupilId const& stays, PupilId const& former) {
    auto one = store::record(visit.db, visit.school, stays);
    auto other = store::record(visit.db, visit.school, former);
    if (!one || !other) return std::nullopt;
    Comparison comparison{.stays = std::move(*one), .former = std::move(*other)};
    comparison.values = values_of(comparison.stays.known, comparison.former.known);
    comparison.differences = differences_of(comparison.stays.known, comparison.former.known);
    comparison.rows = counted(data_map::rows_naming(visit.db, visit.school, text_of(former)));
    comparison.objections = objections_to_merging(comparison.stays, comparison.former);
    return comparison;
}

Expected<void, Refusal> merge(
    Visit& visit,
    Comparison const& looked_at,
    std::set<std::string> const& from_former,
    int stays_version,
    int former_version
) {
    if (!looked_at.objections.empty()) return refuse(looked_at.objections.front());
    auto const& stays = looked_at.stays.known;
    auto const& former = looked_at.former.known;
    if (stays.version != stays_version || former.version != former_version)
        return refuse(Refusal::changed_meanwhile);
    auto const kept_values = kept(stays, former, from_former);
    auto const id = visit.new_id<MergingId>();

    store::begin(
        visit.db,
        visit.school,
        id,
        looked_at.stays,
        looked_at.former,
        upn_given_up(stays, former, kept_values),
        visit.staff(),
        visit.now
    );
    auto const rows = data_map::rows_naming(visit.db, visit.school, text_of(former.id));
    store::keep_rows(visit.db, visit.school, id, rows);
    data_map::move_rows(visit.db, visit.school, rows, text_of(former.id), text_of(stays.id));
    store::remove(visit.db, visit.school, former.id);
    if (!pupils::store::change(visit.db, visit.school, stays.id, kept_values.details, stays.version))
        return refuse(Refusal::changed_meanwhile);
    store::set_days(visit.db, visit.school, stays.id, kept_values.joined_on, kept_values.left_on);
    record_of(
        visit,
        Action::made,
        id,
        stays.id,
        {{"stays_id", "", text_of(stays.id)},
         {"former_id", "", text_of(former.id)},
         {"from_former", "", in_the_log(from_former)},
         {"rows", "", in_the_log(counted(rows))}},
        {}
    );
    return {};
}

std::optional<UndoRefusal> obstacle_to_undoing(Visit const& visit, Merged const& merged) {
    auto const stays = pupils::store::known(visit.db, visit.school, merged.stays);
    return objection_to_undoing(
        {.undone_already = merged.undone_at.has_value(),
         .days = visit.today - calendar::local_date(merged.made_at),
         .rows_are_gone = !stays || some_are_gone(visit, merged),
         .details_changed = stays && stays->version != merged.stays_version,
         .upn_is_anothers = store::upn_is_anothers(visit.db, visit.school, merged),
         .others_answered = store::others_answered(visit.db, visit.school, merged.id)}
    );
}

Expected<void, UndoRefusal> undo(Visit& visit, Merged const& merged, std::string const& why) {
    if (auto const obstacle = obstacle_to_undoing(visit, merged)) return refuse(*obstacle);
    auto const rows = store::kept_rows(visit.db, visit.school, merged.id);
    store::restore_records(visit.db, visit.school, merged);
    data_map::move_back(visit.db, visit.school, rows, text_of(merged.stays), text_of(merged.former));
    store::restore_what_was_put_aside(visit.db, visit.school, merged.id);
    // Otherwise what was written meanwhile would end with the other record.
    data_map::seal_words_anew(visit.db, visit.school, text_of(merged.stays), text_of(merged.former));
    store::undo(visit.db, visit.school, merged.id, visit.staff(), visit.now, why);
    // They may be two children, and what the one said is nothing to the other.
    store::clear_records(visit.db, visit.school, can_not_be_undone_from_before(visit.now));
    record_of(
        visit,
        Action::undone,
        merged.id,
        merged.stays,
        {{"stays_id", text_of(merged.stays), ""}, {"former_id", text_of(merged.former), ""}},
        why
    );
    return {};
}

int clear_records_of_before(db::Connection& db, Instant now) {
    auto const made_before = can_not_be_undone_from_before(now);
    db::Transaction looking(db, db::Mode::read);
    auto const schools = store::schools_with_records_to_clear(db, made_before);
    looking.commit();
    std::int64_t cleared = 0;
    for (auto const school : schools) {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school);
        cleared += store::clear_records(db, school, made_before);
        transaction.commit();
    }
    return static_cast<int>(cleared);
}

}  // namespace merging
