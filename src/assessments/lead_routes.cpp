#include "assessments/lead_routes.hpp"

#include "assessments/fields.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/lead_actions.hpp"
#include "assessments/lead_pages.hpp"
#include "assessments/lead_rules.hpp"
#include "assessments/strand_area_store.hpp"
#include "strategies/store.hpp"
#include "visits/saving.hpp"

namespace assessments {
namespace {

using http::Request;
using http::Response;

std::optional<LoadedInstrument> loaded_of(Visit& visit, Request const& request) {
    auto const id = request.id<InstrumentId>("instrument");
    return id ? store::instrument(visit.db, visit.school, *id) : std::nullopt;
}

Fields as_ticked(StrandAreas const& areas) {
    Fields fields;
    for (auto const& [scale, ids] : areas)
        for (auto const& area : ids) fields.add(areas_field(scale), std::string(area.text()));
    return fields;
}

StrandAreas ticked_in(Fields const& form, Instrument const& instrument) {
    StrandAreas ticked;
    for (auto const& scale : scales_of(instrument))
        for (auto const value : form.values(areas_field(scale.code)))
            if (auto const area = AreaId::parse(value)) ticked[scale.code].push_back(*area);
    return ticked;
}

Response get_areas(Visit& visit, Request const& request) {
    auto loaded = loaded_of(visit, request);
    if (!loaded) return http::not_found();
    auto areas = strategies::store::areas(visit.db, visit.school);
    auto const ticked = store::strand_areas(visit.db, visit.school, loaded->instrument.code);
    auto const fields = as_ticked(areas_of_strands(loaded->instrument, ticked, areas));
    return visit.page(pages::areas(
        visit.frame.guard, {.loaded = std::move(*loaded), .areas = std::move(areas)}, {fields, FormErrors{}}
    ));
}

Response post_areas(Visit& visit, Request const& request) {
    auto const loaded = loaded_of(visit, request);
    if (!loaded) return http::not_found();
    tick_areas(visit, *loaded, ticked_in(request.form, loaded->instrument));
    return visits::saved(path_of(loaded->id), Saved::strand_areas);
}

}  // namespace

Routes lead_routes() {
    Routes all{
        {"GET", "/school/instruments/{instrument}/areas", Permission::keep_instruments, get_areas},
        {"POST", "/school/instruments/{instrument}/areas", Permission::keep_instruments, post_areas},
    };
    for (auto& route : all) route.free_text = FreeText::not_about_a_child;
    return all;
}

}  // namespace assessments
