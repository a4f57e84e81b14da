#include "comparison/routes.hpp"

#include "comparison/actions.hpp"
#include "comparison/pages.hpp"
#include "comparison/screen_actions.hpp"
#include "comparison/screen_pages.hpp"
#include "need_to_know/actions.hpp"
#include "visits/visit.hpp"

namespace comparison {
namespace {

http::Response get_comparison(Visit& visit, http::Request const& request) {
    auto const child = need_to_know::see_progress_of(visit, request.id<PupilId>("pupil"));
    if (!child) return http::not_found();
    return visit.page(pages::comparison(*child, actions::comparison_of(visit, *child)));
}

http::Response get_screen(Visit& visit, http::Request const& request) {
    auto const class_id = request.id<ClassId>("class");
    auto const of = class_id ? actions::screen_of_class(visit, *class_id) : std::nullopt;
    if (!of) return http::not_found();
    if (of->screen) actions::note_read(visit, pages::shown_of(*of->screen));
    return visit.page(pages::screen_of_class(*of));
}

http::Response get_screens(Visit& visit, http::Request const&) {
    auto const screens = actions::screens_of_school(visit);
    std::vector<need_to_know::Named> shown;
    for (auto const& screen : screens.measured)
        for (auto const& child : pages::shown_of(screen)) shown.push_back(child);
    actions::note_read(visit, shown);
    return visit.page(pages::screens_of_school(screens));
}

}  // namespace

visits::Routes routes() {
    return {
        {"GET", "/pupils/{pupil}/comparison", Permission::open_case, get_comparison},
        {"GET", "/classes/{class}/screen", Permission::teach_class, get_screen},
        {"GET", "/screen", Permission::coordinate, get_screens},
    };
}

}  // namespace comparison
