#include "overviews/routes.hpp"

#include "overviews/actions.hpp"
#include "overviews/pages.hpp"
#include "programmes/store.hpp"
#include "pupils/class_store.hpp"

namespace overviews {
namespace {

using http::Request;
using http::Response;

Response get_class(Visit& visit, Request const& request) {
    auto const id = request.id<ClassId>("class");
    auto const the_class = id ? pupils::class_store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!the_class) return http::not_found();
    auto const path = "/classes/" + std::string(id->text());
    return visit.page(pages::of_class(the_class->name, path, of_class(visit, *id)));
}

Response get_programme(Visit& visit, Request const& request) {
    auto const id = request.id<programmes::ProgrammeId>("programme");
    auto const programme = id ? programmes::store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!programme) return http::not_found();
    auto const overview = of_programme(visit, *programme);
    if (!overview) return http::not_found();
    return visit.page(
        pages::of_programme(programme->name, "/programmes/" + std::string(id->text()), *overview)
    );
}

Response get_school(Visit& visit, Request const&) { return visit.page(pages::of_school(of_school(visit))); }

}  // namespace

Routes routes() {
    return {
        {"GET", "/classes/{class}/assessments", Permission::open_case, get_class},
        {"GET", "/programmes/{programme}/assessments", Permission::work_on_cases, get_programme},
        {"GET", "/school/assessments", Permission::coordinate, get_school},
    };
}

}  // namespace overviews
