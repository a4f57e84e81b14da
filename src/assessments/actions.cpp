#include "assessments/actions.hpp"

#include <algorithm>

#include "assessments/document_rules.hpp"
#include "assessments/instrument_rules.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/store.hpp"
#include "cases/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"

namespace assessments {
namespace {

using records::text_of;

void record(
    Visit& visit,
    records::Action action,
    AssessmentId const& assessment,
    CaseId const& the_case,
    std::vector<records::FieldChange> fields,
    std::string why = {}
) {
    records::write(
        visit,
        {.action = action,
         .subject = "assessment",
         .subject_id = text_of(assessment),
         .case_id = text_of(the_case),
         .why = std::move(why),
         .fields = std::move(fields)}
    );
}

void record_of_school(
    Visit& visit, std::string_view subject, std::string id, std::vector<records::FieldChange> fields
) {
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = subject,
         .subject_id = std::move(id),
         .fields = std::move(fields)}
    );
}

void keep_norms(Visit& visit, InstrumentId const& instrument, LoadedNorms const& norms) {
    store::add(visit.db, visit.school, instrument, norms, visit.staff());
    std::vector<records::FieldChange> fields{
        {"code", "", norms.norms.code}, {"source", "", norms.norms.source}};
    for (auto const& band : norms.norms.bands)
        fields.push_back(
            {"usual " + band.scale,
             "",
             std::to_string(band.usual.least) + " to " + std::to_string(band.usual.most)}
        );
    if (norms.own) fields.push_back({"children", "", std::to_string(norms.own->children)});
    record_of_school(visit, "norm_set", text_of(norms.id), std::move(fields));
}

Faults not_entered(Instrument const& instrument) {
    Faults faults;
    for (auto const& code : scales_without_items(instrument))
        faults.push_back({code, "Enter how many items " + code + " has"});
    return faults;
}

std::vector<records::FieldChange> fields_of(Assessment const& assessment) {
    std::vector<records::FieldChange> fields{
        {"informant", "", std::string(word(assessment.informant))},
        {"occasion", "", std::string(word(assessment.occasion))},
        {"rated_on", "", calendar::iso(assessment.rated_on)}};
    for (auto const& one : assessment.scores) {
        fields.push_back({"score " + one.scale, "", std::to_string(one.score)});
        if (!one.words.empty()) fields.push_back({"words " + one.scale, "", one.words});
    }
    return fields;
}

Assessment const* among(std::vector<Assessment> const& all, AssessmentId const& id) {
    auto const found = std::ranges::find(all, id, &Assessment::id);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

Expected<InstrumentId, Faults> load(Visit& visit, std::string const& document, ItemCounts const& items) {
    auto const checked = checked_document(document);
    if (!checked.faults.empty()) return refuse(checked.faults);
    auto const instrument = with_items(checked.instrument, items);
    auto faults = not_entered(instrument);
    if (faults.empty()) faults = faults_of(instrument);
    if (!faults.empty()) return refuse(faults);

    auto const before = store::newest(visit.db, visit.school, instrument.code);
    auto const same_items = [&](Scale const& scale) {
        auto const* const was = scale_of(before->instrument, scale.code);
        return was != nullptr && was->items == scale.items;
    };
    if (before && before->document == document && std::ranges::all_of(scales_of(instrument), same_items))
        return before->id;

    LoadedInstrument const loaded{
        .id = visit.new_id<InstrumentId>(),
        .version = before ? before->version + 1 : 1,
        .instrument = instrument,
        .document = document,
        .loaded_by_name = {},
        .loaded_at = visit.now,
        .norms = {}};
    store::add(visit.db, visit.school, loaded, visit.staff());
    for (auto const& scale : scales_of(instrument)) {
        auto const entered = items.find(scale.code);
        store::add_scale(
            visit.db,
            visit.school,
            loaded.id,
            scale.code,
            entered == items.end() ? std::nullopt : std::optional(entered->second),
            range_on_any_form(instrument, scale.code).value()
        );
    }
    record_of_school(
        visit,
        "instrument",
        text_of(loaded.id),
        {{"code", "", instrument.code},
         {"name", "", instrument.name},
         {"version", "", std::to_string(loaded.version)}}
    );
    for (auto const& norms : instrument.norm_sets)
        keep_norms(
            visit,
            loaded.id,
            {.id = visit.new_id<NormSetId>(), .norms = norms, .made_by_name = {}, .made_at = visit.now}
        );
    return loaded.id;
}

Expected<NormSetId, Faults> add_norms(
    Visit& visit, LoadedInstrument const& loaded, NormSet const& norms, std::optional<OwnChildren> const& own
) {
    auto faults = faults_of(norms, loaded.instrument, "");
    if (std::ranges::any_of(loaded.norms, [&](auto const& one) { return one.norms.code == norms.code; }))
        faults.push_back({"/code", "Enter another name: there are norms of this name, and norms never change"}
        );
    if (!faults.empty()) return refuse(faults);
    LoadedNorms const kept{
        .id = visit.new_id<NormSetId>(),
        .norms = norms,
        .made_by_name = {},
        .made_at = visit.now,
        .own = own};
    keep_norms(visit, loaded.id, kept);
    return kept.id;
}

bool is_closed(Visit const& visit, CaseId const& the_case) {
    return !cases::store::is_open(visit.db, visit.school, the_case);
}

Expected<AssessmentId, Refusal> rate(
    Visit& visit, CaseId const& the_case, LoadedInstrument const& loaded, Rating const& rating
) {
    if (is_closed(visit, the_case)) return refuse(Refusal::case_closed);
    Rated rated{.age = age_on(visit, the_case, rating.rated_on)};
    auto const all = store::of_case(visit.db, visit.school, the_case);
    rated.norms_before = norms_before(all, loaded.id);
    if (rating.beside)
        if (auto const* const first = among(all, *rating.beside)) rated.first = *first;
    rated.is_newest_version = store::newest(visit.db, visit.school, loaded.instrument.code)->id == loaded.id;
    if (auto const objection = objection_to(rating, loaded, rated, visit.staff())) return refuse(*objection);

    Assessment made;
    made.id = visit.new_id<AssessmentId>();
    made.the_case = the_case;
    made.instrument = loaded.id;
    made.norms = rating.norms;
    made.informant = rating.informant;
    made.occasion = rating.occasion;
    made.rater = visit.staff();
    made.rated_on = rating.rated_on;
    made.beside = rating.beside;
    made.scores = scores_of(rating, loaded.instrument);
    made.ratings = rating.ratings;
    store::add(visit.db, visit.school, made, visit.now);
    record(visit, records::Action::made, made.id, the_case, fields_of(made));
    return made.id;
}

Expected<void, Refusal> agree(Visit& visit, CaseId const& the_case, AssessmentId const& assessment) {
    if (is_closed(visit, the_case)) return refuse(Refusal::case_closed);
    auto const all = store::of_case(visit.db, visit.school, the_case);
    auto const* const one = among(all, assessment);
    if (one == nullptr) return refuse(Refusal::first_is_gone);
    if (auto const objection = objection_to_agreeing(*one, all, visit.staff())) return refuse(*objection);
    if (!store::agree(visit.db, visit.school, assessment, visit.staff(), visit.now))
        return refuse(Refusal::agreed_already);
    record(
        visit, records::Action::signed_, assessment, the_case, {{"agreed_by", "", text_of(visit.staff())}}
    );
    return {};
}

Expected<void, Refusal> take_back(
    Visit& visit, CaseId const& the_case, AssessmentId const& assessment, std::string const& why
) {
    if (is_closed(visit, the_case)) return refuse(Refusal::case_closed);
    auto const all = store::of_case(visit.db, visit.school, the_case);
    auto const* const one = among(all, assessment);
    if (one == nullptr) return refuse(Refusal::first_is_gone);
    if (auto const objection = objection_to_taking_back(*one)) return refuse(*objection);
    if (!store::take_back(visit.db, visit.school, *one, visit.staff(), visit.now, why))
        return refuse(Refusal::taken_back_already);
    record(visit, records::Action::undone, assessment, the_case, {}, why);
    return {};
}

std::optional<int> age_on(Visit& visit, CaseId const& the_case, Date day) {
    auto const born = store::born_on(visit.db, visit.school, the_case);
    return born ? std::optional(calendar::years_between(*born, day)) : std::nullopt;
}

}  // namespace assessments
