#include "pupils/address_change_routes.hpp"

#include "pupils/address_change_actions.hpp"
#include "pupils/address_change_pages.hpp"
#include "pupils/address_change_store.hpp"
#include "visits/saving.hpp"

namespace pupils {
namespace {

http::Response get_address_changes(Visit& visit, http::Request const&) {
    auto const changes = address_change_store::unseen(visit.db, visit.school, visit.staff());
    return visit.page(pages::address_changes(visit.frame.guard, changes));
}

// Said twice, as from two devices, it is seen all the same.
http::Response post_seen(Visit& visit, http::Request const& request) {
    auto const id = request.id<AddressChangeId>("change");
    if (!id || !address_change_store::is_change(visit.db, visit.school, *id)) return http::not_found();
    actions::see_address_change(visit, *id);
    return visits::saved(address_changes_path, Saved::account_change_known);
}

}  // namespace

Routes address_change_routes() {
    return {
        {"GET", "/address-changes", Permission::coordinate, get_address_changes},
        {"POST", "/address-changes/{change}/seen", Permission::coordinate, post_seen},
    };
}

}  // namespace pupils
