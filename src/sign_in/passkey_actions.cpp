#include "sign_in/passkey_actions.hpp"

#include "base/base64url.hpp"
#include "base/secret.hpp"
#include "records/actions.hpp"
#include "sign_in/passkey_store.hpp"
#include "sign_in/rules.hpp"
#include "sign_in/second_way_actions.hpp"
#include "sign_in/store.hpp"
#include "sign_in/way_change_actions.hpp"

namespace sign_in::actions {
namespace {

std::optional<AccountId> whose(Visit const& visit, Purpose purpose) {
    return purpose == Purpose::sign_in ? std::nullopt : std::optional(visit.who.account);
}

// Uses the challenge up.
bool was_given(Visit& visit, std::string const& challenge, Purpose purpose) {
    auto const hash = secret::hash_of_token(base::base64url(challenge));
    return store::use(visit.db, {hash, purpose, whose(visit, purpose)}, visit.now - challenge_stands_for);
}

void write_down(Visit& visit, records::Action action, PasskeyId const& id, std::string const& name) {
    records::write(
        visit,
        {.action = action,
         .subject = "passkey",
         .subject_id = std::string(id.text()),
         .fields =
             {{"name",
               action == records::Action::made ? "" : name,
               action == records::Action::made ? name : ""}}}
    );
}

bool is_of(PasskeyUse const& input, KeptPasskey const& kept) { return input.person == kept.account.text(); }

}  // namespace

std::string new_challenge(Visit& visit, Purpose purpose) {
    auto challenge = secret::new_token();
    auto const hash = secret::hash_of_token(challenge);
    if (clears_up(hash)) store::forget_challenges_before(visit.db, visit.now - challenge_stands_for);
    store::add(visit.db, {hash, purpose, whose(visit, purpose)}, visit.now);
    return challenge;
}

bool passkeys_work_here(Visit const& visit) { return proofs::place_of(visit.public_address).has_value(); }

Expected<void, Refused> add_passkey(Visit& visit, NewPasskey const& input) {
    auto const place = proofs::place_of(visit.public_address);
    bool const given = was_given(visit, input.challenge, Purpose::make);
    if (!place || !given) return refuse(Refused{Refusal::passkey_refused});
    auto const made = proofs::made(input.making, *place, input.challenge);
    if (!made.faults.empty() || store::passkey(visit.db, made.passkey.id))
        return refuse(Refused{Refusal::passkey_refused});
    KeptPasskey const kept{visit.new_id<PasskeyId>(), visit.who.account, made.passkey};
    store::add(visit.db, kept, input.name, visit.now);
    write_down(visit, records::Action::made, kept.id, input.name);
    tell_way_changed(visit, visit.who.account, WayChange::passkey_added);
    return {};
}

Expected<void, Refused> remove_passkey(Visit& visit, PasskeyId const& id) {
    for (auto const& own : store::passkeys(visit.db, visit.who.account)) {
        if (own.id != id) continue;
        if (is_last_demanded_way(visit, visit.who.account, SecondWay::passkey))
            return refuse(Refused{Refusal::last_second_way});
        store::remove_passkey(visit.db, visit.who.account, id);
        write_down(visit, records::Action::ended, id, own.name);
        tell_way_changed(visit, visit.who.account, WayChange::passkey_removed);
    }
    return {};
}

Expected<Account, Refused> prove_passkey(Visit& visit, PasskeyUse const& input, Purpose purpose) {
    auto const place = proofs::place_of(visit.public_address);
    bool const given = was_given(visit, input.challenge, purpose);
    auto const kept = store::passkey(visit.db, input.credential);
    if (!place || !given || !kept || !is_of(input, *kept)) return refuse(Refused{Refusal::passkey_refused});
    auto const used = proofs::used(input.use, kept->passkey, *place, input.challenge);
    bool const is_visitors = purpose == Purpose::sign_in || kept->account == visit.who.account;
    auto const account = store::account(visit.db, kept->account);
    if (!used.faults.empty() || !is_visitors || !account) return refuse(Refused{Refusal::passkey_refused});
    store::note_use(visit.db, kept->id, used.uses, visit.now);
    return *account;
}

}  // namespace sign_in::actions
