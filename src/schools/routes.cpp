#include "schools/routes.hpp"

#include "schools/actions.hpp"
#include "schools/calendar_routes.hpp"
#include "schools/forms.hpp"
#include "schools/policy_routes.hpp"
#include "schools/school_pages.hpp"
#include "schools/store.hpp"
#include "visits/saving.hpp"

namespace schools {
namespace {

http::Response get_school(Visit& visit, http::Request const&) {
    return visit.page(pages::school(store::readiness(visit.db, visit.school, visit.today)));
}

http::Response get_details(Visit& visit, http::Request const&) {
    auto const school = store::school(visit.db, visit.school);
    if (!school) return http::not_found();
    return visit.page(
        pages::details(visit.frame.guard, {forms::typed(*school), FormErrors{}}, school->version)
    );
}

http::Response post_details(Visit& visit, http::Request const& request) {
    auto const version = forms::version(request.form);
    auto const details = forms::details(request.form);
    if (!details)
        return visit.form_again(pages::details(visit.frame.guard, {request.form, details.error()}, version));
    auto const changed = actions::change_details(visit, version, *details);
    if (changed) return visits::saved("/school", Saved::school);

    auto const stands = store::school(visit.db, visit.school);
    FormErrors const errors{{"name", in_words(changed.error())}};
    return visit.form_again(
        pages::details(visit.frame.guard, {request.form, errors}, stands ? stands->version : 0, stands)
    );
}

http::Response get_rooms(Visit& visit, http::Request const&) {
    return visit.page(pages::rooms(visit.frame.guard, store::rooms(visit.db, visit.school), design::blank()));
}

http::Response post_room(Visit& visit, http::Request const& request) {
    auto const again = [&](FormErrors const& errors) {
        auto const rooms = store::rooms(visit.db, visit.school);
        return visit.form_again(pages::rooms(visit.frame.guard, rooms, {request.form, errors}));
    };
    auto const name = forms::room_name(request.form);
    if (!name) return again(name.error());
    if (auto const added = actions::add_room(visit, *name); !added)
        return again({{"name", in_words(added.error())}});
    return visits::saved("/school/rooms", Saved::rooms);
}

http::Response post_closing(Visit& visit, http::Request const& request) {
    auto const room = request.id<RoomId>("room");
    if (!room || !actions::close_room(visit, *room)) return http::not_found();
    return visits::saved("/school/rooms", Saved::rooms);
}

}  // namespace

Routes routes() {
    Routes all{
        {"GET", "/school", Permission::run_school, get_school},
        {"GET", "/school/details", Permission::run_school, get_details},
        {"POST", "/school/details", Permission::run_school, post_details},
        {"GET", "/school/rooms", Permission::run_school, get_rooms},
        {"POST", "/school/rooms", Permission::run_school, post_room},
        {"POST", "/school/rooms/{room}/closing", Permission::run_school, post_closing},
    };
    for (auto const& more : {calendar_routes(), policy_routes()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace schools
