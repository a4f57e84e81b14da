#include "today/routes.hpp"

#include "today/actions.hpp"
#include "today/pages.hpp"

namespace today {
namespace {

http::Response get_day(Visit& visit, http::Request const&) {
    if (visit.who.roles.empty()) return visit.page(pages::without_role(without_role(visit)));
    auto const day = gather(visit);
    return visit.page(pages::day(visit.frame.guard, day));
}

}  // namespace

Routes routes() { return {{"GET", "/", Permission::signed_in, get_day}}; }

}  // namespace today
