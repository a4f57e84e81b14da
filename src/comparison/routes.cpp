#include "comparison/routes.hpp"

#include "comparison/actions.hpp"
#include "comparison/pages.hpp"
#include "need_to_know/actions.hpp"
#include "visits/visit.hpp"

namespace comparison {
namespace {

http::Response get_comparison(Visit& visit, http::Request const& request) {
    auto const child = need_to_know::see_progress_of(visit, request.id<PupilId>("pupil"));
    if (!child) return http::not_found();
    return visit.page(pages::comparison(*child, actions::comparison_of(visit, *child)));
}

}  // namespace

visits::Routes routes() {
    return {{"GET", "/pupils/{pupil}/comparison", Permission::open_case, get_comparison}};
}

}  // namespace comparison
