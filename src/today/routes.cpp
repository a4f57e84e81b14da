#include "today/routes.hpp"

#include "today/actions.hpp"
#include "today/pages.hpp"
#include "today/raised_actions.hpp"
#include "today/raised_pages.hpp"

namespace today {
namespace {

http::Response get_day(Visit& visit, http::Request const&) {
    if (visit.who.for_the_county) return http::see_other("/county");
    if (visit.who.roles.empty()) return visit.page(pages::without_role(without_role(visit)));
    auto const day = gather(visit);
    return visit.page(pages::day(visit.frame.guard, day));
}

http::Response get_raised(Visit& visit, http::Request const&) {
    return visit.page(pages::raised_lately(raised_lately(visit)));
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/", Permission::signed_in, get_day},
        {"GET", pages::raised_path, Permission::raise_concern, get_raised},
    };
}

}  // namespace today
