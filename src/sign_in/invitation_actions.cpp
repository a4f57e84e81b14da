#include "sign_in/invitation_actions.hpp"

#include "base/secret.hpp"
#include "records/actions.hpp"
#include "schools/store.hpp"
#include "sign_in/actions.hpp"
#include "sign_in/app_actions.hpp"
#include "sign_in/app_store.hpp"
#include "sign_in/openid_store.hpp"
#include "sign_in/passkey_store.hpp"
#include "sign_in/store.hpp"
#include "sign_in/way_change_actions.hpp"
#include "staff/rules.hpp"
#include "staff/store.hpp"

namespace sign_in::actions {
namespace {

bool has_other_ways(Visit& visit, AccountId const& account) {
    auto const ways = ways_of(visit, account);
    return ways.has_app || !ways.passkeys.empty() || !store::ties(visit.db, account).empty();
}

}  // namespace

std::optional<Invited> invited(Visit& visit, std::string_view token) {
    auto const invitation = staff::store::invitation(visit.db, secret::hash_of_token(token));
    if (!invitation) return std::nullopt;
    auto const school = schools::store::school(visit.db, invitation->school);
    if (!school) return std::nullopt;
    visit.enter(school->id, school->name);
    auto const person = staff::store::person(visit.db, school->id, invitation->staff);
    if (!person) return std::nullopt;

    auto const account = person->account ? store::account(visit.db, *person->account)
                                         : store::account(visit.db, person->address);
    Invited invited{
        .person = *person,
        .workplace = {school->id, school->name, person->id},
        .state = staff::invitation_state(*invitation, visit.now),
        .account = account};
    // Another school joined the account since: whoever holds this link would choose the password there too.
    if (person->account && staff::store::schools_of(visit.db, *person->account) > 1)
        invited.state = staff::InvitationState::revoked;
    return invited;
}

bool accept(Visit& visit, Invited& invited, std::string_view token, std::string const& password_hash) {
    if (!staff::store::use_invitation(visit.db, secret::hash_of_token(token), visit.now)) return false;
    visit.who.staff = invited.person.id;
    visit.who.name = invited.person.name;

    if (invited.person.account && invited.account) {
        change_password(visit, *invited.account, password_hash, "");
        // Whoever lost their telephone comes back in by this link, and whoever took over the account does
        // not.
        if (has_other_ways(visit, invited.account->id))
            tell_way_changed(visit, invited.account->id, WayChange::others_taken_away);
        store::remove_app(visit.db, invited.account->id);
        store::remove_passkeys(visit.db, invited.account->id);
        store::remove_ties(visit.db, invited.account->id);
        return true;
    }
    if (!invited.account) {
        invited.account = Account{visit.new_id<AccountId>(), invited.person.address, password_hash};
        store::add(visit.db, *invited.account, visit.now);
    }
    staff::store::lead_to(visit.db, visit.school, invited.person.id, invited.account->id);
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "staff",
         .subject_id = std::string(invited.person.id.text()),
         .why = "The invitation was accepted",
         .fields = {{"account_id", "", std::string(invited.account->id.text())}}}
    );
    return true;
}

}  // namespace sign_in::actions
