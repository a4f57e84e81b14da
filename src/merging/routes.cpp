#include "merging/routes.hpp"

#include "merging/actions.hpp"
#include "merging/forms.hpp"
#include "merging/pages.hpp"
#include "merging/rules.hpp"
#include "merging/store.hpp"
#include "need_to_know/actions.hpp"
#include "pupils/store.hpp"
#include "visits/saving.hpp"

namespace merging {
namespace {

using http::Request;
using http::Response;

design::Page overview_of(Visit const& visit, need_to_know::Seen const& child, Answers const& answers) {
    pages::Overview overview{.child = child, .candidates = {}, .born_otherwise = {}, .mergings = {}};
    auto const known = pupils::store::known(visit.db, visit.school, child.pupil.id).value();
    for (auto const& other : store::born_on(visit.db, visit.school, known.details.born_on, child.pupil.id))
        if (auto candidate = need_to_know::see_progress_of(visit, other))
            overview.candidates.push_back(std::move(*candidate));
    for (auto const& other : store::alike_born_otherwise(visit.db, visit.school, known))
        if (same_name(known.details, other.details))
            if (auto seen = need_to_know::see_progress_of(visit, other.id))
                overview.born_otherwise.push_back({std::move(*seen), other.details.born_on});
    for (auto& merged : store::mergings_into(visit.db, visit.school, child.pupil.id)) {
        auto const obstacle = obstacle_to_undoing(visit, merged);
        overview.mergings.push_back({std::move(merged), obstacle});
    }
    return pages::overview(visit.frame.guard, overview, answers);
}

Response get_overview(Visit& visit, Request const& request) {
    auto const child = need_to_know::see_progress_of(visit, request.id<PupilId>("pupil"));
    if (!child) return http::not_found();
    return visit.page(overview_of(visit, *child, design::blank()));
}

// The two that the address names, where the visitor may see both.
struct Two {
    need_to_know::Seen child;
    Comparison comparison;
};
std::optional<Two> two_addressed(Visit const& visit, Request const& request) {
    auto child = need_to_know::see_progress_of(visit, request.id<PupilId>("pupil"));
    auto const other =
        child ? need_to_know::see_progress_of(visit, request.id<PupilId>("other")) : std::nullopt;
    auto comparison = other ? compare(visit, child->pupil.id, other->pupil.id) : std::nullopt;
    if (!comparison) return std::nullopt;
    return Two{std::move(*child), std::move(*comparison)};
}

design::Page page_of(Visit const& visit, Two const& two, Answers const& answers) {
    auto const& comparison = two.comparison;
    std::vector<std::pair<std::string, int>> rows;
    for (auto const& [table, count] : comparison.rows)
        rows.emplace_back(std::string(in_words_of_a_school(table)), count);
    return pages::beside(
        visit.frame.guard,
        {.child = two.child,
         .stays = comparison.stays,
         .former = comparison.former,
         .values = comparison.values,
         .differences = comparison.differences,
         .must_be_confirmed = must_be_confirmed(comparison.differences),
         .rows = std::move(rows),
         .objections = comparison.objections},
        answers
    );
}

Response get_beside(Visit& visit, Request const& request) {
    auto const two = two_addressed(visit, request);
    if (!two) return http::not_found();
    auto const& values = two->comparison.values;
    auto const fields = forms::suggested(values, suggested_from_former(values));
    return visit.page(page_of(visit, *two, {fields, {}}));
}

Response post_merging(Visit& visit, Request const& request) {
    auto const two = two_addressed(visit, request);
    if (!two) return http::not_found();
    auto const& comparison = two->comparison;
    auto const chosen =
        forms::read_chosen(request.form, comparison.values, must_be_confirmed(comparison.differences));
    if (!chosen) return visit.form_again(page_of(visit, *two, {request.form, chosen.error()}));
    auto const done =
        merge(visit, comparison, chosen->from_former, chosen->stays_version, chosen->former_version);
    if (!done) {
        FormErrors const errors{{"main", std::string(in_words(done.error()))}};
        return visit.form_again(page_of(visit, *two, {request.form, errors}));
    }
    return visits::saved("/pupils/" + std::string(two->child.pupil.id.text()), Saved::records_merged);
}

Response post_undoing(Visit& visit, Request const& request) {
    auto const id = request.id<MergingId>("merging");
    auto const merged = id ? store::merging(visit.db, visit.school, *id) : std::nullopt;
    auto const child = merged ? need_to_know::see_progress_of(visit, merged->stays) : std::nullopt;
    if (!child) return http::not_found();
    auto const why = forms::read_why(request.form);
    if (!why) return visit.form_again(overview_of(visit, *child, {request.form, why.error()}));
    auto const done = undo(visit, *merged, *why);
    if (!done) {
        FormErrors const errors{{"reason", std::string(in_words(done.error()))}};
        return visit.form_again(overview_of(visit, *child, {request.form, errors}));
    }
    return visits::saved(path_of(merged->stays), Saved::merging_undone);
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/pupils/{pupil}/merging", Permission::coordinate, get_overview},
        {"GET", "/pupils/{pupil}/merging/{other}", Permission::coordinate, get_beside},
        visits::fresh({"POST", "/pupils/{pupil}/merging/{other}", Permission::coordinate, post_merging}),
        visits::fresh({"POST", "/mergings/{merging}/undoing", Permission::coordinate, post_undoing}),
    };
}

}  // namespace merging
