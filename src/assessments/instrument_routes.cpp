#include "assessments/actions.hpp"
#include "assessments/document_rules.hpp"
#include "assessments/fields.hpp"
#include "assessments/forms.hpp"
#include "assessments/instrument_pages.hpp"
#include "assessments/instrument_rules.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/own_norm_actions.hpp"
#include "assessments/routes.hpp"
#include "assessments/shipped.hpp"
#include "visits/saving.hpp"

namespace assessments {
namespace {

using http::Request;
using http::Response;

constexpr std::size_t file_bytes = std::size_t{1024} * 1024;

std::vector<Instrument> frames() {
    std::vector<Instrument> all;
    for (auto const& one : shipped()) all.push_back(one.instrument);
    return all;
}

design::Page overview(Visit& visit, Faults const& faults, Answers const& answers) {
    return pages::instruments(
        visit.frame.guard, store::instruments(visit.db, visit.school), frames(), faults, answers
    );
}

Response get_instruments(Visit& visit, Request const&) {
    return visit.page(overview(visit, {}, design::blank()));
}

Response post_file(Visit& visit, Request const& request) {
    if (request.uploads.empty() || request.uploads.front().data.empty())
        return visit.form_again(
            overview(visit, {}, {request.form, {{"file", "Choose the JSON file of the instrument"}}})
        );
    auto const loaded = load(visit, request.uploads.front().data, {});
    if (!loaded)
        return visit.form_again(overview(
            visit,
            loaded.error(),
            {request.form, {{"file", "Mend what is said below in the file, and choose it again"}}}
        ));
    return visits::saved(path_of(*loaded), Saved::instrument);
}

Response frame_again(Visit& visit, Shipped const& frame, Faults const& faults, Answers const& answers) {
    auto page = pages::frame(
        visit.frame.guard,
        {.instrument = frame.instrument,
         .to_enter = scales_without_items(frame.instrument),
         .faults = faults},
        answers
    );
    return answers.errors.empty() ? visit.page(page) : visit.form_again(std::move(page));
}

Response get_frame(Visit& visit, Request const& request) {
    auto const* const frame = shipped(request.segment("frame"));
    return frame == nullptr ? http::not_found() : frame_again(visit, *frame, {}, design::blank());
}

Response post_frame(Visit& visit, Request const& request) {
    auto const* const frame = shipped(request.segment("frame"));
    if (frame == nullptr) return http::not_found();
    auto const to_enter = scales_without_items(frame->instrument);
    auto const items = forms::item_counts(request.form, to_enter);
    if (!items) return frame_again(visit, *frame, {}, {request.form, items.error()});
    auto const loaded = load(visit, std::string(frame->document), *items);
    if (loaded) return visits::saved(path_of(*loaded), Saved::instrument);
    auto const field = to_enter.empty() ? std::string("main") : count_field(to_enter.front());
    return frame_again(
        visit,
        *frame,
        loaded.error(),
        {request.form, {{field, "Correct the numbers of items: they do not sum to what a section has"}}}
    );
}

// They count single children, which is for who coordinates alone.
std::vector<OwnSoFar> so_far_for(Visit& visit, LoadedInstrument const& loaded) {
    return visit.who.may(Permission::coordinate) ? own_so_far(visit, loaded) : std::vector<OwnSoFar>{};
}

Response get_instrument(Visit& visit, Request const& request) {
    auto const id = request.id<InstrumentId>("instrument");
    auto const loaded = id ? store::instrument(visit.db, visit.school, *id) : std::nullopt;
    if (!loaded) return http::not_found();
    return visit.page(
        pages::instrument(visit.frame.guard, *loaded, so_far_for(visit, *loaded), {}, design::blank())
    );
}

Response post_own_norms(Visit& visit, Request const& request) {
    auto const id = request.id<InstrumentId>("instrument");
    auto const loaded = id ? store::instrument(visit.db, visit.school, *id) : std::nullopt;
    if (!loaded) return http::not_found();
    auto const again = [&](std::string const& what) {
        return visit.form_again(pages::instrument(
            visit.frame.guard, *loaded, so_far_for(visit, *loaded), {}, {request.form, {{"main", what}}}
        ));
    };
    auto const informant = from_word<Informant>(request.form.value("informant"));
    if (!informant) return again("Choose in whose view");
    auto const made = make_own_norms(visit, *loaded, *informant);
    if (!made) return again(in_words(made.error()));
    return visits::saved(path_of(*id), Saved::norms);
}

// The field in which a fault of typed norms is mended: "/bands/2" is that of the third band typed.
std::string field_of(Fault const& fault, NormSet const& norms) {
    for (std::size_t i = 0; i < norms.bands.size(); ++i) {
        auto const band = "/bands/" + std::to_string(i);
        auto const& [mean, spread, reliability] = precision_fields(norms.bands[i].scale);
        if (fault.where == band) return low_field(norms.bands[i].scale);
        if (fault.where == band + "/mean") return mean;
        if (fault.where == band + "/standard_deviation") return spread;
        if (fault.where == band + "/reliability") return reliability;
    }
    return fault.where == "/ages" ? "least_age" : "code";
}

Response post_norms(Visit& visit, Request const& request) {
    auto const id = request.id<InstrumentId>("instrument");
    auto const loaded = id ? store::instrument(visit.db, visit.school, *id) : std::nullopt;
    if (!loaded) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::instrument(
            visit.frame.guard, *loaded, so_far_for(visit, *loaded), {}, {request.form, errors}
        ));
    };
    auto const typed = forms::norms(request.form, loaded->instrument);
    if (!typed) return again(typed.error());
    auto const added = add_norms(visit, *loaded, *typed);
    if (added) return visits::saved(path_of(*id), Saved::norms);
    FormErrors errors;
    for (auto const& fault : added.error()) errors.push_back({field_of(fault, *typed), fault.what});
    return again(errors);
}

}  // namespace

Routes instrument_routes() {
    Routes all{
        {"GET", "/school/instruments", Permission::keep_instruments, get_instruments},
        {"POST", "/school/instruments", Permission::keep_instruments, post_file, file_bytes},
        {"GET", "/school/instruments/{instrument}", Permission::keep_instruments, get_instrument},
        {"POST", "/school/instruments/{instrument}/norms", Permission::keep_instruments, post_norms},
        {"POST", "/school/instruments/{instrument}/own-norms", Permission::coordinate, post_own_norms},
        {"GET", "/school/instrument-frames/{frame}", Permission::keep_instruments, get_frame},
        {"POST", "/school/instrument-frames/{frame}", Permission::keep_instruments, post_frame},
    };
    for (auto& route : all) route.free_text = FreeText::not_about_a_child;
    return all;
}

}  // namespace assessments
