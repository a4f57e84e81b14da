#include "assessments/lead_routes.hpp"

#include "assessments/fields.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/lead_actions.hpp"
#include "assessments/lead_pages.hpp"
#include "assessments/lead_rules.hpp"
#include "assessments/strand_area_store.hpp"
#include "base/text.hpp"
#include "strategies/store.hpp"
#include "visits/saving.hpp"

namespace assessments {
namespace {

using http::Request;
using http::Response;
using strategies::TargetArea;

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

StrandAreas stood_in(Fields const& form, Instrument const& instrument) {
    StrandAreas stood;
    for (auto const& scale : scales_of(instrument))
        for (auto const id : text::split(form.value(stood_field(scale.code)), ' '))
            if (auto const area = AreaId::parse(id)) stood[scale.code].push_back(*area);
    return stood;
}

std::string moved_meanwhile(std::vector<AreaId> const& leads_to, std::vector<TargetArea> const& schools) {
    auto const now = leads_to.empty() ? "nothing" : text::listed(names_of(leads_to, schools));
    return "Someone changed this while you ticked: it leads to " + now + " now. Tick what is best";
}

FormErrors errors_of(StrandAreas const& moved, std::vector<TargetArea> const& schools) {
    FormErrors errors;
    for (auto const& [scale, areas] : moved)
        errors.push_back({areas_field(scale), moved_meanwhile(areas, schools)});
    return errors;
}

pages::Ticking ticking_of(Visit const& visit, LoadedInstrument loaded) {
    pages::Ticking ticking{
        .loaded = std::move(loaded), .areas = strategies::store::areas(visit.db, visit.school), .stands = {}};
    auto const& instrument = ticking.loaded.instrument;
    auto const ticked = store::strand_areas(visit.db, visit.school, instrument.code);
    ticking.stands = areas_of_strands(instrument, ticked, ticking.areas);
    return ticking;
}

Response get_areas(Visit& visit, Request const& request) {
    auto loaded = loaded_of(visit, request);
    if (!loaded) return http::not_found();
    auto const ticking = ticking_of(visit, std::move(*loaded));
    auto const fields = as_ticked(ticking.stands);
    return visit.page(pages::areas(visit.frame.guard, ticking, {fields, FormErrors{}}));
}

Response post_areas(Visit& visit, Request const& request) {
    auto const loaded = loaded_of(visit, request);
    if (!loaded) return http::not_found();
    auto const& instrument = loaded->instrument;
    auto const kept = tick_areas(
        visit,
        *loaded,
        {.stood = stood_in(request.form, instrument), .areas = ticked_in(request.form, instrument)}
    );
    if (kept) return visits::saved(path_of(loaded->id), Saved::strand_areas);
    auto const ticking = ticking_of(visit, *loaded);
    auto const errors = errors_of(kept.error(), ticking.areas);
    return visit.form_again(pages::areas(visit.frame.guard, ticking, {request.form, errors}));
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
