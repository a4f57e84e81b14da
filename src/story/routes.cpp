#include "story/routes.hpp"

#include "merging/store.hpp"
#include "need_to_know/actions.hpp"
#include "story/actions.hpp"
#include "story/pages.hpp"
#include "story/undoing_routes.hpp"

namespace story {
namespace {

// A record that was merged into another leads there.
http::Response of_whom_it_became(Visit& visit, PupilId const& former) {
    auto const stays = merging::store::leads_to(visit.db, visit.school, former);
    return stays ? http::see_other("/pupils/" + std::string(stays->text())) : http::not_found();
}

// Whoever keeps the roll does so of all children but their own.
pages::WaysFromAName ways_from(Visit& visit, PupilId const& pupil) {
    return {
        .to_a_concern = visit.who.may(Permission::raise_concern),
        .to_the_roll =
            visit.who.may(Permission::run_school) && !need_to_know::own_children(visit).contains(pupil)};
}

http::Response get_story(Visit& visit, http::Request const& request) {
    auto const pupil = request.id<PupilId>("pupil");
    if (!pupil) return http::not_found();
    if (auto const story = tell(visit, *pupil)) return visit.page(pages::story(*story));

    auto const alone = pupil_alone(visit, *pupil);
    if (!alone) return of_whom_it_became(visit, *pupil);
    return visit.page(pages::name_alone(*alone, ways_from(visit, *pupil)));
}

}  // namespace

Routes routes() {
    Routes all{{"GET", "/pupils/{pupil}", Permission::see_pupils, get_story}};
    for (auto const& route : undoing_routes()) all.push_back(route);
    return all;
}

}  // namespace story
