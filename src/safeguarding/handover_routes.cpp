#include "safeguarding/handover_routes.hpp"

#include "safeguarding/handover_actions.hpp"
#include "safeguarding/handover_forms.hpp"
#include "safeguarding/handover_pages.hpp"
#include "safeguarding/handover_rules.hpp"
#include "safeguarding/handover_store.hpp"
#include "schools/store.hpp"
#include "visits/saving.hpp"

namespace safeguarding {
namespace {

constexpr std::string_view path = "/school/cpoms";

design::Page page_of(Visit const& visit, int version, Answers const& answers) {
    return pages::cpoms(
        visit.school, version, store::handovers(visit.db, visit.school), visit.frame.guard, answers
    );
}

http::Response get_settings(Visit& visit, http::Request const&) {
    auto const school = schools::store::school(visit.db, visit.school);
    if (!school) return http::not_found();
    auto const typed = forms::typed(
        {.address = school->cpoms_address, .hands_over = store::hands_over(visit.db, visit.school)}
    );
    return visit.page(page_of(visit, school->version, {typed, {}}));
}

http::Response post_settings(Visit& visit, http::Request const& request) {
    auto const version = forms::version(request.form);
    auto const settings = forms::read_settings(request.form);
    if (!settings) return visit.form_again(page_of(visit, version, {request.form, settings.error()}));
    if (set_up_cpoms(visit, version, *settings)) return visits::saved(path, Saved::school);

    auto const stands = schools::store::school(visit.db, visit.school);
    FormErrors const errors{
        {"cpoms_address", "Someone else changed the school's details. Look at the address, then save again"}};
    return visit.form_again(page_of(visit, stands ? stands->version : 0, {request.form, errors}));
}

http::Response post_again(Visit& visit, http::Request const& request) {
    auto const pointer = request.id<PointerId>("pointer");
    if (!pointer || !try_again(visit, *pointer)) return http::not_found();
    return http::see_other(path);
}

}  // namespace

Routes handover_routes() {
    return {
        {"GET", path, Permission::set_up_cpoms, get_settings},
        visits::fresh({"POST", path, Permission::set_up_cpoms, post_settings}),
        {"POST", "/cpoms/handovers/{pointer}/again", Permission::set_up_cpoms, post_again},
    };
}

}  // namespace safeguarding
