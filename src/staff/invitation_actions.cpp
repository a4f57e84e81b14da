#include "base/secret.hpp"
#include "records/actions.hpp"
#include "staff/actions.hpp"
#include "staff/store.hpp"

namespace staff::actions {

Expected<std::string, Refusal> invite(Visit& visit, StaffId const& id) {
    auto const person = store::person(visit.db, visit.school, id);
    if (!person || (person->left_on && *person->left_on <= visit.today)) return refuse(Refusal::has_left);
    if (person->account && store::schools_of(visit.db, *person->account) > 1)
        return refuse(Refusal::account_of_several_schools);
    if (person->address.empty()) return refuse(Refusal::no_address);

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
         .fields = {{"address", "", person->address}}}
    );
    return token;
}

void revoke_invitation(Visit& visit, StaffId const& id) {
    if (store::revoke_invitations(visit.db, visit.school, id, visit.now) == 0) return;
    records::write(
        visit,
        {.action = records::Action::ended, .subject = "invitation", .subject_id = std::string(id.text())}
    );
}

}  // namespace staff::actions
