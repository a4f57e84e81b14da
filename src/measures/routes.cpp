#include "measures/routes.hpp"

#include <algorithm>

#include "measures/actions.hpp"
#include "measures/forms.hpp"
#include "measures/pages.hpp"
#include "measures/store.hpp"
#include "measures/taking_routes.hpp"
#include "visits/saving.hpp"

namespace measures {
namespace {

constexpr std::string_view path_of_measures = "/school/measures";

design::Page list_page(Visit const& visit, FormErrors const& errors = {}) {
    return pages::measures(visit.frame.guard, store::all(visit.db, visit.school), errors);
}

http::Response get_measures(Visit& visit, http::Request const&) { return visit.page(list_page(visit)); }

// The first of which none stands.
Kind kind_that_lacks_one(Visit const& visit) {
    auto const all = store::all(visit.db, visit.school);
    auto const stands = [&](Kind kind) {
        return std::ranges::any_of(all, [&](Measure const& one) {
            return one.definition.kind == kind && !one.until_on;
        });
    };
    auto const kinds = all_of<Kind>();
    auto const* const found = std::ranges::find_if_not(kinds, stands);
    return found == kinds.end() ? Kind::achievement : *found;
}

http::Response get_new(Visit& visit, http::Request const& request) {
    auto const asked = from_word<Kind>(request.query.value("kind"));
    auto const kind = asked ? *asked : kind_that_lacks_one(visit);
    auto const typed = forms::typed({.kind = kind, .name = {}});
    return visit.page(pages::add_measure(visit.frame.guard, kind, {typed, FormErrors{}}));
}

http::Response post_measure(Visit& visit, http::Request const& request) {
    auto const again = [&](FormErrors const& errors) {
        auto const kind = from_word<Kind>(request.form.value("kind")).value_or(Kind::achievement);
        return visit.form_again(pages::add_measure(visit.frame.guard, kind, {request.form, errors}));
    };
    auto const definition = forms::definition(request.form);
    if (!definition) return again(definition.error());
    if (auto const begun = actions::begin(visit, *definition); !begun)
        return again({{"name", std::string(in_words(begun.error()))}});
    return visits::saved(path_of_measures, Saved::measure);
}

http::Response post_ready(Visit& visit, http::Request const& request) {
    auto const ready = forms::ready(request.form);
    if (!ready) return http::not_found();
    if (auto const begun = actions::begin(visit, definition_of(*ready)); !begun)
        return visit.form_again(list_page(visit, {{"main", std::string(in_words(begun.error()))}}));
    return visits::saved(path_of_measures, Saved::measure);
}

// One that stands.
std::optional<pages::Changing> changing(Visit const& visit, http::Request const& request) {
    auto const id = request.id<MeasureId>("measure");
    auto measure = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!measure || measure->until_on) return std::nullopt;
    bool const has_scores = store::last_scored_on(visit.db, visit.school, *id).has_value();
    return pages::Changing{.measure = std::move(*measure), .has_scores = has_scores};
}

http::Response get_measure(Visit& visit, http::Request const& request) {
    auto const open = changing(visit, request);
    if (!open) return http::not_found();
    auto const typed = forms::typed(open->measure.definition);
    return visit.page(pages::change_measure(visit.frame.guard, *open, {typed, FormErrors{}}));
}

http::Response post_change(Visit& visit, http::Request const& request) {
    auto open = changing(visit, request);
    if (!open) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::change_measure(visit.frame.guard, *open, {request.form, errors}));
    };
    auto const definition = forms::definition(request.form);
    if (!definition) {
        open->measure.version = forms::version(request.form);
        return again(definition.error());
    }
    auto const changed = actions::change(visit, open->measure.id, forms::version(request.form), *definition);
    if (!changed) {
        if (changed.error() == Refusal::changed_meanwhile) open->theirs = open->measure;
        return again({{"name", std::string(in_words(changed.error()))}});
    }
    bool const follows = *changed != open->measure.id;
    return visits::saved(path_of_measures, follows ? Saved::measure_that_follows : Saved::measure);
}

http::Response post_ending(Visit& visit, http::Request const& request) {
    auto const id = request.id<MeasureId>("measure");
    auto const measure = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!measure) return http::not_found();
    auto const ended = actions::end(visit, *measure);
    if (!ended) return visit.form_again(list_page(visit, {{"main", std::string(in_words(ended.error()))}}));
    return visits::saved(path_of_measures, Saved::measure_ended);
}

Route of_the_school(std::string_view method, std::string_view path, visits::Handler handle) {
    return {
        .method = method,
        .path = path,
        .needs = Permission::define_measures,
        .handle = handle,
        .free_text = FreeText::not_about_a_child};
}

}  // namespace

Routes routes() {
    Routes all{
        of_the_school("GET", "/school/measures", get_measures),
        of_the_school("POST", "/school/measures", post_measure),
        of_the_school("GET", "/school/measures/new", get_new),
        of_the_school("POST", "/school/measures/ready", post_ready),
        of_the_school("GET", "/school/measures/{measure}", get_measure),
        of_the_school("POST", "/school/measures/{measure}", post_change),
        of_the_school("POST", "/school/measures/{measure}/ending", post_ending),
    };
    auto const takings = taking_routes();
    all.insert(all.end(), takings.begin(), takings.end());
    return all;
}

}  // namespace measures
