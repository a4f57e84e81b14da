#include "pupils/address_change_actions.hpp"

#include <algorithm>

#include "pupils/address_change_store.hpp"
#include "records/actions.hpp"

namespace pupils::actions {

void tell_address_changed(Visit& visit, Contact const& before, std::string const& address) {
    if (!visit.who.staff || visit.who.may(visits::Permission::coordinate)) return;
    auto const id = visit.new_id<AddressChangeId>();
    address_change_store::add(visit.db, visit.school, id, before, address, visit.staff(), visit.now);
}

bool see_address_change(Visit& visit, AddressChangeId const& id) {
    auto const waiting = address_change_store::unseen(visit.db, visit.school, visit.staff());
    auto const found = std::ranges::find(waiting, id, &AddressChange::id);
    if (found == waiting.end()) return false;
    address_change_store::see(visit.db, visit.school, id, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "address_change_seen",
         .subject_id = std::string(id.text()),
         .fields = {{"contact_id", "", std::string(found->contact.text())}}}
    );
    return true;
}

}  // namespace pupils::actions
