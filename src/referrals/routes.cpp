#include "referrals/routes.hpp"

#include "need_to_know/actions.hpp"
#include "referrals/closing_routes.hpp"
#include "referrals/concern_routes.hpp"
#include "referrals/discussion_routes.hpp"
#include "referrals/list_actions.hpp"
#include "referrals/list_pages.hpp"
#include "referrals/waiting_routes.hpp"

namespace referrals {
namespace {

http::Response get_referrals(Visit& visit, http::Request const& request) {
    auto lines = referral_list(visit);
    auto const chosen = from_word<Group>(request.query.value("step"));
    std::vector<need_to_know::Listed> shown;
    for (auto const& line : lines)
        if (!chosen || line.group == *chosen) shown.emplace_back(line.child);
    need_to_know::note_list(visit, shown);
    return visit.page(pages::referrals(
        {.lines = std::move(lines),
         .chosen = chosen,
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
