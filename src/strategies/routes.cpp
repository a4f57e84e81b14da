#include "strategies/routes.hpp"

#include "design/notices.hpp"
#include "strategies/actions.hpp"
#include "strategies/forms.hpp"
#include "strategies/pages.hpp"
#include "strategies/store.hpp"
#include "visits/saving.hpp"

namespace strategies {
namespace {

using http::Request;
using http::Response;

Response show_library(Visit& visit, Request const& request) {
    auto const chosen = AreaId::parse(request.query.value("area"));
    return visit.page(pages::library(
        visit.frame.guard,
        store::shelves(visit.db, visit.school),
        chosen,
        visit.who.may(Permission::coordinate),
        design::blank()
    ));
}

Response new_strategy_again(Visit& visit, Fields const& typed, FormErrors const& errors) {
    return visit.form_again(
        pages::new_strategy(visit.frame.guard, store::areas(visit.db, visit.school), {typed, errors})
    );
}

Response show_new(Visit& visit, Request const&) {
    return visit.page(
        pages::new_strategy(visit.frame.guard, store::areas(visit.db, visit.school), design::blank())
    );
}

Response post_new(Visit& visit, Request const& request) {
    auto const input = forms::read_strategy(request.form);
    if (!input) return new_strategy_again(visit, request.form, input.error());
    auto const added = add(visit, *input);
    if (!added) return new_strategy_again(visit, request.form, {{"area", in_words(added.error())}});
    return visits::saved(url::with_query(pages::path(), {{"area", input->area.text()}}), Saved::strategies);
}

Response show_edit(Visit& visit, Request const& request) {
    auto const id = request.id<StrategyId>("strategy");
    auto const strategy = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!strategy) return http::not_found();
    auto const typed = forms::typed(*strategy);
    return visit.page(pages::edit_strategy(
        visit.frame.guard,
        store::areas(visit.db, visit.school),
        {.strategy = *id, .version = strategy->version},
        {typed, {}}
    ));
}

Response post_edit(Visit& visit, Request const& request) {
    auto const id = request.id<StrategyId>("strategy");
    auto const stands = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!stands) return http::not_found();

    pages::Edit edit{.strategy = *id, .version = forms::read_version(request.form)};
    auto const again = [&](FormErrors const& errors) {
        auto const areas = store::areas(visit.db, visit.school);
        return visit.form_again(pages::edit_strategy(visit.frame.guard, areas, edit, {request.form, errors}));
    };
    auto const input = forms::read_strategy(request.form);
    if (!input) return again(input.error());
    auto const changed = change(visit, *id, *input, edit.version);
    if (!changed && changed.error() == Refusal::changed_meanwhile) {
        edit.version = stands->version;
        edit.stands = stands;
    }
    if (!changed) return again({{"words", in_words(changed.error())}});
    return visits::saved(url::with_query(pages::path(), {{"area", input->area.text()}}), Saved::strategies);
}

Response post_area(Visit& visit, Request const& request) {
    auto const again = [&](FormErrors const& errors) {
        auto const shelves = store::shelves(visit.db, visit.school);
        return visit.form_again(
            pages::library(visit.frame.guard, shelves, std::nullopt, true, {request.form, errors})
        );
    };
    auto const name = forms::read_area(request.form);
    if (!name) return again(name.error());
    auto const area = add_area(visit, *name);
    if (!area) return again({{"name", in_words(area.error())}});
    return visits::saved(url::with_query(pages::path(), {{"area", area->text()}}), Saved::strategies);
}

}  // namespace

Routes routes() {
    Routes all{
        {"GET", "/strategies", Permission::raise_concern, show_library},
        {"GET", "/strategies/new", Permission::coordinate, show_new},
        {"POST", "/strategies", Permission::coordinate, post_new},
        {"POST", "/strategies/areas", Permission::coordinate, post_area},
        {"GET", "/strategies/{strategy}", Permission::coordinate, show_edit},
        {"POST", "/strategies/{strategy}", Permission::coordinate, post_edit},
    };
    for (auto& route : all) route.free_text = FreeText::not_about_a_child;
    return all;
}

}  // namespace strategies
