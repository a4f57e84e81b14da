#include "referrals/routes.hpp"

#include "referrals/closing_routes.hpp"
#include "referrals/concern_routes.hpp"
#include "referrals/discussion_routes.hpp"
#include "referrals/list_actions.hpp"
#include "referrals/list_pages.hpp"
#include "referrals/waiting_routes.hpp"

namespace referrals {
namespace {

http::Response get_referrals(Visit& visit, http::Request const& request) {
    return visit.page(pages::referrals(
        {.lines = referral_list(visit),
         .chosen = from_word<Group>(request.query.value("step")),
         .today = visit.today,
         .coordinates = visit.who.may(Permission::coordinate)}
    ));
}

}  // namespace

Routes routes() {
    Routes all{{"GET", "/referrals", Permission::work_on_cases, get_referrals}};
    for (auto const& some : {concern_routes(), discussion_routes(), waiting_routes(), closing_routes()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace referrals
