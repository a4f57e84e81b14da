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
    return text::listed(names_of(ids, schools));
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

WhatIsThere what_is_there(Visit const& visit) {
    WhatIsThere there{
        .areas = strategies::store::areas(visit.db, visit.school),
        .ticked = store::strand_areas(visit.db, visit.school),
        .plans = {}};
    if (visit.who.may(visits::Permission::work_on_cases))
        there.plans = session_plans::store::all(visit.db, visit.school);
    return there;
}

WaysOn ways_on(WhatIsThere const& there, Instrument const& instrument) {
    auto const found = there.ticked.find(instrument.code);
    auto const ticked = found == there.ticked.end() ? StrandAreas{} : found->second;
    return ways_on(areas_of_strands(instrument, ticked, there.areas), there.areas, there.plans);
}

Expected<void, StrandAreas> tick_areas(Visit& visit, LoadedInstrument const& loaded, Ticked const& ticked) {
    auto const& instrument = loaded.instrument;
    auto const schools = strategies::store::areas(visit.db, visit.school);
    auto const before = store::strand_areas(visit.db, visit.school, instrument.code);
    auto moved = moved_since(ticked.stood, areas_of_strands(instrument, before, schools), instrument);
    if (!moved.empty()) return refuse(std::move(moved));
    auto const kept = of_the_school(ticked.areas, instrument, schools);
    std::vector<records::FieldChange> fields;
    for (auto const& [scale, areas] : moved_since(before, kept, instrument)) {
        store::set_strand_areas(visit.db, visit.school, instrument.code, scale, areas);
        fields.push_back(
            {"areas " + scale, in_words(of_strand(before, scale), schools), in_words(areas, schools)}
        );
    }
    if (fields.empty()) return {};
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "instrument",
         .subject_id = records::text_of(loaded.id),
         .fields = std::move(fields)}
    );
    return {};
}

}  // namespace assessments
