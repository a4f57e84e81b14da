#include "programmes/placing_routes.hpp"

#include <algorithm>

#include "need_to_know/actions.hpp"
#include "programmes/placing_actions.hpp"
#include "programmes/placing_pages.hpp"
#include "programmes/placing_rules.hpp"

namespace programmes {
namespace {

void put_first(std::vector<pages::Offered>& offers, ProgrammeId const& made) {
    std::ranges::stable_sort(offers, {}, [&](auto const& one) { return one.offer.programme.id != made; });
}

std::optional<pages::Placing> placing_of(Visit& visit, CaseId const& the_case) {
    auto child = to_place(visit, the_case);
    if (!child) return std::nullopt;
    pages::Placing placing;
    placing.today = visit.today;
    if (child->is_ready)
        for (auto& offer : best_first(offers(visit), child->need))
            placing.offers.push_back(
                {.offer = offer,
                 .form_fits = fit_of(offer, child->need).form,
                 .agreed_to =
                     std::ranges::find(child->agreed_to, offer.programme.form) != child->agreed_to.end(),
                 .fits = what_fits(offer, child->need),
                 .does_not_fit = what_does_not_fit(offer, child->need)}
            );
    placing.child = std::move(*child);
    return placing;
}

http::Response get_placing(Visit& visit, http::Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto const seen = the_case ? need_to_know::see_case(visit, *the_case) : std::nullopt;
    if (!seen) return http::not_found();
    auto placing = placing_of(visit, *the_case);
    if (!placing) return http::not_found();
    placing->made = ProgrammeId::parse(request.query.value("made"));
    if (placing->made) put_first(placing->offers, *placing->made);
    return visit.page(pages::placing(visit.frame.guard, *seen, *placing, design::blank()));
}

}  // namespace

http::Response placing_again(
    Visit& visit,
    CaseId const& the_case,
    ProgrammeId const& tried,
    Fields const& typed,
    FormErrors const& errors
) {
    auto const seen = need_to_know::see_case(visit, the_case);
    auto placing = seen ? placing_of(visit, the_case) : std::nullopt;
    if (!placing) return http::not_found();
    placing->tried = tried;
    return visit.form_again(pages::placing(visit.frame.guard, *seen, *placing, {typed, errors}));
}

Routes placing_routes() { return {{"GET", "/cases/{case}/place", Permission::coordinate, get_placing}}; }

}  // namespace programmes
