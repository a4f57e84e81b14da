#include "staff/account_act_actions.hpp"

#include <algorithm>

#include "records/actions.hpp"
#include "staff/account_act_rules.hpp"
#include "staff/account_act_store.hpp"
#include "staff/store.hpp"

namespace staff::actions {
namespace {

void tell(Visit& visit, store::NewAccountAct act) {
    if (!visit.who.staff) return;
    act.id = visit.new_id<AccountActId>();
    store::add(visit.db, visit.school, act, visit.staff(), visit.now);
}

void note_known(Visit& visit, AccountAct const& act) {
    store::know(visit.db, visit.school, act.id, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "account_act_known",
         .subject_id = std::string(act.id.text()),
         .fields = {{"kind", "", std::string(word(act.kind))}}}
    );
}

}  // namespace

void tell_role_given(Visit& visit, StaffId const& staff, visits::Role role) {
    if (!is_over_children(role)) return;
    store::NewAccountAct act;
    act.kind = AccountActKind::role_given;
    act.staff = staff;
    act.role = role;
    tell(visit, std::move(act));
}

void tell_link_made(Visit& visit, StaffId const& staff, std::string const& address) {
    store::NewAccountAct act;
    act.kind = AccountActKind::link_made;
    act.staff = staff;
    act.address = address;
    tell(visit, std::move(act));
}

void tell_address_changed(Visit& visit, Person const& before, std::string const& address) {
    store::NewAccountAct act;
    act.kind = AccountActKind::address_changed;
    act.staff = before.id;
    act.address_before = before.address;
    act.address = address;
    tell(visit, std::move(act));
}

bool know(Visit& visit, AccountActId const& act) {
    auto const waiting = store::unknown_to(visit.db, visit.school, visit.staff());
    auto const found = std::ranges::find(waiting, act, &AccountAct::id);
    if (found == waiting.end()) return false;
    note_known(visit, *found);
    return true;
}

void know_all_until(Visit& visit, AccountActId const& act) {
    auto const waiting = store::unknown_to(visit.db, visit.school, visit.staff());
    auto const last = std::ranges::find(waiting, act, &AccountAct::id);
    if (last == waiting.end()) return;
    std::for_each(waiting.begin(), last + 1, [&](auto const& one) {
        if (one.kind != AccountActKind::address_changed) note_known(visit, one);
    });
}

}  // namespace staff::actions
