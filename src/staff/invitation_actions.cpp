#include "base/secret.hpp"
#include "records/actions.hpp"
#include "staff/account_act_actions.hpp"
#include "staff/account_act_rules.hpp"
#include "staff/account_act_store.hpp"
#include "staff/actions.hpp"
#include "staff/store.hpp"

namespace staff::actions {
namespace {

WayOfLink way_to(Visit& visit, Person const& person) {
    auto const own = person.account ? store::address_of(visit.db, *person.account) : std::nullopt;
    if (!own) return {person.address, true};
    bool const known = store::address_is_known(visit.db, visit.school, person.id);
    return way_of_new_password(*own, person.address, known, visit.sends_mail);
}

bool is_told(Visit& visit, Person const& person) {
    return person.account ||
           holds_over_children(store::roles_of(visit.db, visit.school, person.id), visit.today);
}

}  // namespace

Expected<MadeLink, Refusal> invite(Visit& visit, StaffId const& id) {
    auto const person = store::person(visit.db, visit.school, id);
    if (!person || (person->left_on && *person->left_on <= visit.today)) return refuse(Refusal::has_left);
    if (person->account && store::schools_of(visit.db, *person->account) > 1)
        return refuse(Refusal::account_of_several_schools);
    auto const way = way_to(visit, *person);
    if (way.address.empty()) return refuse(Refusal::no_address);

    auto token = secret::new_token();
    store::revoke_invitations(visit.db, visit.school, id, visit.now);
    Invitation const invitation{
        .school = visit.school,
        .staff = id,
        .made_at = visit.now,
        .expires_at = visit.now + invitation_lasts};
    store::add_invitation(visit.db, secret::hash_of_token(token), invitation);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "invitation",
         .subject_id = std::string(id.text()),
         .fields = {{"address", "", way.address}}}
    );
    if (person->account && way.shown) store::end_sign_ins(visit.db, visit.school, id, visit.now);
    if (is_told(visit, *person)) tell_link_made(visit, id, way.address);
    return MadeLink{.token = std::move(token), .address = way.address, .shown = way.shown};
}

void revoke_invitation(Visit& visit, StaffId const& id) {
    if (store::revoke_invitations(visit.db, visit.school, id, visit.now) == 0) return;
    records::write(
        visit,
        {.action = records::Action::ended, .subject = "invitation", .subject_id = std::string(id.text())}
    );
}

}  // namespace staff::actions
