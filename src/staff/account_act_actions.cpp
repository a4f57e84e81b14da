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

void tell_of_own(Visit& visit, AccountActKind kind) {
    store::NewAccountAct act;
    act.kind = kind;
    act.staff = visit.staff();
    tell(visit, std::move(act));
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

void tell_role_ended(Visit& visit, RoleHeld const& role, Date on) {
    if (!is_over_children(role.role)) return;
    store::NewAccountAct act;
    act.kind = AccountActKind::role_ended;
    act.staff = role.staff;
    act.role = role.role;
    act.takes_effect_on = on;
    tell(visit, std::move(act));
}

void tell_left(Visit& visit, StaffId const& staff, Date on) {
    store::NewAccountAct act;
    act.kind = AccountActKind::left;
    act.staff = staff;
    act.takes_effect_on = on;
    tell(visit, std::move(act));
}

void tell_recovery_code_used(Visit& visit) { tell_of_own(visit, AccountActKind::recovery_code_used); }

void tell_app_removed(Visit& visit) { tell_of_own(visit, AccountActKind::app_removed); }

std::string own_address(Visit& visit, Person const& person) {
    auto const own = person.account ? store::address_of(visit.db, *person.account) : std::nullopt;
    return own.value_or(person.address);
}

bool know(Visit& visit, AccountActId const& act) {
    auto const waiting = store::unknown_to(visit.db, visit.school, visit.staff());
    auto const found = std::ranges::find(waiting, act, &AccountAct::id);
    if (found == waiting.end() || found->before_role) return false;
    note_known(visit, *found);
    return true;
}

void know_all_until(Visit& visit, AccountActId const& act) {
    auto const waiting = store::unknown_to(visit.db, visit.school, visit.staff());
    auto const last = std::ranges::find(waiting, act, &AccountAct::id);
    if (last == waiting.end()) return;
    std::for_each(waiting.begin(), last + 1, [&](auto const& one) {
        if (one.kind != AccountActKind::address_changed && !one.before_role) note_known(visit, one);
    });
}

}  // namespace staff::actions
