#include "assessments/lead_actions.hpp"

#include <algorithm>

#include "assessments/lead_rules.hpp"
#include "assessments/strand_area_store.hpp"
#include "base/text.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "session_plans/store.hpp"
#include "strategies/store.hpp"

namespace assessments {
namespace {

using strategies::TargetArea;

std::string in_words(std::vector<AreaId> const& ids, std::vector<TargetArea> const& schools) {
    std::vector<std::string> names;
    for (auto const& area : schools)
        if (std::ranges::find(ids, area.id) != ids.end()) names.push_back(area.name);
    return text::listed(names);
}

std::vector<AreaId> of_strand(StrandAreas const& areas, std::string const& scale) {
    auto const found = areas.find(scale);
    return found == areas.end() ? std::vector<AreaId>{} : found->second;
}

StrandAreas of_the_school(
    StrandAreas const& ticked, Instrument const& instrument, std::vector<TargetArea> const& schools
) {
    StrandAreas kept;
    for (auto const& scale : scales_of(instrument))
        for (auto const& area : schools)
            if (auto const ids = of_strand(ticked, scale.code); std::ranges::find(ids, area.id) != ids.end())
                kept[scale.code].push_back(area.id);
    return kept;
}

}  // namespace

WaysOn ways_on(Visit const& visit, Instrument const& instrument) {
    auto const schools = strategies::store::areas(visit.db, visit.school);
    auto const ticked = store::strand_areas(visit.db, visit.school, instrument.code);
    bool const plans = visit.who.may(visits::Permission::work_on_cases);
    return ways_on(
        areas_of_strands(instrument, ticked, schools),
        schools,
        plans ? session_plans::store::all(visit.db, visit.school) : std::vector<session_plans::SessionPlan>{}
    );
}

void tick_areas(Visit& visit, LoadedInstrument const& loaded, StrandAreas const& ticked) {
    auto const schools = strategies::store::areas(visit.db, visit.school);
    auto const before = store::strand_areas(visit.db, visit.school, loaded.instrument.code);
    auto const kept = of_the_school(ticked, loaded.instrument, schools);
    if (before == kept) return;
    store::set_strand_areas(visit.db, visit.school, loaded.instrument.code, kept);
    std::vector<records::FieldChange> fields;
    for (auto const& scale : scales_of(loaded.instrument)) {
        auto const stood = in_words(of_strand(before, scale.code), schools);
        auto const stands = in_words(of_strand(kept, scale.code), schools);
        if (stood != stands) fields.push_back({"areas " + scale.code, stood, stands});
    }
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "instrument",
         .subject_id = records::text_of(loaded.id),
         .fields = std::move(fields)}
    );
}

}  // namespace assessments
