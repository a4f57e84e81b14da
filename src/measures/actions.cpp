#include "measures/actions.hpp"

#include <algorithm>

#include "base/hundredths.hpp"
#include "measures/rules.hpp"
#include "measures/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"

namespace measures::actions {
namespace {

using records::Action;
using records::text_of;

std::vector<Measure> of_kind(Visit const& visit, Kind kind) {
    auto all = store::all(visit.db, visit.school);
    std::erase_if(all, [&](Measure const& one) { return one.definition.kind != kind; });
    return all;
}

std::vector<records::FieldChange> changes(Measure const& from, Measure const& to) {
    auto const& was = from.definition;
    auto const& is = to.definition;
    return {
        {"name", was.name, is.name},
        {"least", hundredths::in_words(was.least), hundredths::in_words(is.least)},
        {"most", hundredths::in_words(was.most), hundredths::in_words(is.most)},
        {"step", hundredths::in_words(was.step), hundredths::in_words(is.step)},
        {"concern_when", std::string(word(was.concern_when)), std::string(word(is.concern_when))},
        {"scale", std::string(word(was.scale)), std::string(word(is.scale))},
        {"rated_by", std::string(word(was.rated_by)), std::string(word(is.rated_by))},
        {"taken_each", std::string(word(was.taken_each)), std::string(word(is.taken_each))},
        {"meaning", was.meaning, is.meaning},
        {"from_on", text_of(from.from_on), text_of(to.from_on)},
        {"until_on", text_of(from.until_on), text_of(to.until_on)}};
}

void record(Visit& visit, Action action, Measure const& measure, std::vector<records::FieldChange> fields) {
    std::erase_if(fields, [](auto const& field) { return field.from == field.to; });
    records::write(
        visit,
        {.action = action,
         .subject = "measure",
         .subject_id = text_of(measure.id),
         .fields = std::move(fields)}
    );
}

std::vector<records::FieldChange> as_made(Measure const& made) {
    auto fields = changes(made, made);
    for (auto& field : fields) field.from.clear();
    return fields;
}

MeasureId add(
    Visit& visit, Definition const& definition, Date from_on, std::optional<MeasureId> const& follows
) {
    Measure const made{
        .id = visit.new_id<MeasureId>(), .definition = definition, .from_on = from_on, .follows = follows};
    store::add(visit.db, visit.school, made);
    record(visit, Action::made, made, as_made(made));
    return made.id;
}

Expected<void, Refusal> put(Visit& visit, Action action, Measure const& stands, Measure const& changed) {
    if (!store::change(visit.db, visit.school, changed)) return refuse(Refusal::changed_meanwhile);
    record(visit, action, changed, changes(stands, changed));
    return {};
}

Expected<Date, Refusal> end_of(Visit& visit, Measure const& stands, int version) {
    auto ended = stands;
    ended.version = version;
    ended.until_on =
        last_day_of(stands, store::last_scored_on(visit.db, visit.school, stands.id), visit.today);
    if (auto const done = put(visit, Action::ended, stands, ended); !done) return refuse(done.error());
    return *ended.until_on;
}

Expected<Measure, Refusal> standing(Visit const& visit, MeasureId const& measure, int version) {
    auto const stands = store::find(visit.db, visit.school, measure);
    if (!stands || stands->version != version) return refuse(Refusal::changed_meanwhile);
    if (stands->until_on) return refuse(Refusal::has_ended);
    return *stands;
}

}  // namespace

Expected<MeasureId, Refusal> begin(Visit& visit, Definition const& definition) {
    auto const before = of_kind(visit, definition.kind);
    if (std::ranges::any_of(before, [](Measure const& one) { return !one.until_on; }))
        return refuse(Refusal::one_stands_already);
    return add(visit, definition, first_day_after(before, visit.today), std::nullopt);
}

Expected<MeasureId, Refusal> change(
    Visit& visit, MeasureId const& measure, int version, Definition const& wanted
) {
    auto const stands = standing(visit, measure, version);
    if (!stands) return refuse(stands.error());
    auto definition = wanted;
    definition.kind = stands->definition.kind;
    if (definition == stands->definition) return measure;

    bool const has_scores = store::last_scored_on(visit.db, visit.school, measure).has_value();
    if (has_scores && is_another_scale(stands->definition, definition)) {
        auto const until = end_of(visit, *stands, version);
        if (!until) return refuse(until.error());
        return add(visit, definition, *until + 1, measure);
    }
    auto changed = *stands;
    changed.definition = definition;
    if (auto const done = put(visit, Action::changed, *stands, changed); !done) return refuse(done.error());
    return measure;
}

Expected<void, Refusal> end(Visit& visit, Measure const& measure) {
    if (measure.until_on) return refuse(Refusal::has_ended);
    if (auto const until = end_of(visit, measure, measure.version); !until) return refuse(until.error());
    return {};
}

}  // namespace measures::actions
