#include "sign_in/way_change_actions.hpp"

#include "sign_in/second_way_actions.hpp"
#include "sign_in/store.hpp"
#include "sign_in/way_change_store.hpp"
#include "visits/saving.hpp"

namespace sign_in::actions {

void tell_way_changed(Visit& visit, AccountId const& account, WayChange change) {
    Changed const changed{change, visit.now};
    store::add(visit.db, account, std::string(visit.new_id<Id<struct WayChangeTag>>().text()), changed);
    auto const kept = store::account(visit.db, account);
    if (!kept || kept->address.empty()) return;
    visit.tellings.push_back(
        {kept->address, std::string(subject_of_change), told_by_mail(changed, visit.school_name)}
    );
}

std::vector<Changed> way_changes(Visit const& visit) {
    return store::changes_since(visit.db, visit.who.account, visit.now - changes_are_shown_for);
}

std::string going_on(Visit& visit, AccountId const& account, std::string_view path) {
    auto const demand = own_demand(visit, account);
    bool const is_held_up = demand && demand->stands == DemandStands::open;
    auto const then = is_held_up ? std::string("/sign-ins/second-way") : std::string(path);
    if (!store::note_shown(visit.db, account, visit.now)) return then;
    return visits::path_saying(then, Saved::sign_in_changed);
}

}  // namespace sign_in::actions
