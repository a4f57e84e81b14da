#include "pupils/routes.hpp"

#include "base/text.hpp"
#include "pupils/class_store.hpp"
#include "pupils/search_actions.hpp"

namespace pupils {
namespace {

pages::Classes classes_for(Visit& visit) {
    pages::Classes classes;
    classes.may_import = visit.who.may(Permission::run_school);
    classes.may_end_records = visit.who.may(Permission::end_records);
    classes.may_define_measures = visit.who.may(Permission::define_measures);
    classes.may_screen = visit.who.may(Permission::coordinate);
    classes.may_see_scores = visit.who.may(Permission::coordinate);
    classes.sees_figures_alone = visit.who.may(Permission::see_insight) && !classes.may_see_scores;
    for (auto const& one : class_store::classes(visit.db, visit.school, visit.today))
        (visit.who.teaches(one.id) ? classes.own : classes.others).push_back(one);
    return classes;
}

}  // namespace

http::Response get_pupils(Visit& visit, http::Request const& request, SupportedAmong supported_among) {
    auto const typed = text::trimmed(request.query.value("q"));
    if (typed.empty()) return visit.page(pages::classes(classes_for(visit)));
    auto const found = actions::search(visit.db, visit.school, typed, visit.today);
    return visit.page(pages::search(
        {.typed = std::string(typed),
         .found = found.pupils,
         .more = found.more,
         .supported = supported_among(visit, found.pupils)}
    ));
}

http::Response get_class(Visit& visit, http::Request const& request, SupportedAmong supported_among) {
    auto const id = request.id<ClassId>("class");
    if (!id) return http::not_found();
    auto const the_class = class_store::find(visit.db, visit.school, *id);
    if (!the_class) return http::not_found();
    auto const pupils = class_store::pupils_of(visit.db, visit.school, *id);
    bool const teaches = visit.who.teaches(*id);
    pages::WaysOn const ways_on{
        .measures = teaches, .assessments = teaches || visit.who.may(Permission::coordinate)};
    return visit.page(pages::class_list(*the_class, pupils, supported_among(visit, pupils), ways_on));
}

}  // namespace pupils
