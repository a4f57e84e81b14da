#include "contacts/address_change_routes.hpp"

#include "contacts/address_change_pages.hpp"
#include "need_to_know/actions.hpp"
#include "pupils/address_change_actions.hpp"
#include "pupils/address_change_store.hpp"
#include "visits/saving.hpp"

namespace contacts {
namespace {

http::Response get_address_changes(Visit& visit, http::Request const&) {
    auto changes = pupils::address_change_store::unseen(visit.db, visit.school, visit.staff());
    // A parent at work reads no other parent's address (N7).
    auto const own = need_to_know::own_children(visit);
    std::erase_if(changes, [&](auto const& one) { return own.contains(one.pupil); });
    std::vector<PupilId> children;
    for (auto const& one : changes) children.push_back(one.pupil);
    need_to_know::note_contacts_of(visit, children);
    return visit.page(pages::address_changes(visit.frame.guard, changes));
}

// Said twice, as from two devices, it is seen all the same. A parent at work sees none away for the others.
http::Response post_seen(Visit& visit, http::Request const& request) {
    auto const id = request.id<pupils::AddressChangeId>("change");
    if (!id || !pupils::address_change_store::may_be_seen_by(visit.db, visit.school, *id, visit.staff()))
        return http::not_found();
    pupils::actions::see_address_change(visit, *id);
    return visits::saved(pupils::address_changes_path, Saved::account_change_known);
}

}  // namespace

Routes address_change_routes() {
    return {
        {"GET", "/address-changes", Permission::coordinate, get_address_changes},
        {"POST", "/address-changes/{change}/seen", Permission::coordinate, post_seen},
    };
}

}  // namespace contacts
