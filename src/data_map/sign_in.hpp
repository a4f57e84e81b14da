#pragma once

#include <array>

#include "data_map/data_map.hpp"

// Who may sign in, and what keeps signing in safe.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array account_columns{
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"address", staff, to_staff("E-mail address for signing in"), untouched, with_row},
    Column{"password_hash", security, to_nobody, untouched, with_row},
    Column{"made_at", security, to_staff("Account made"), untouched, with_row},
    Column{"closed_at", security, to_staff("Account closed"), untouched, with_row},
};

inline constexpr std::array account_school_columns{
    Column{"account_id", key, to_nobody, untouched, with_row},
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"staff_id", key, to_nobody, untouched, with_row},
};

inline constexpr std::array sign_in_columns{
    Column{"token_hash", security, to_nobody, untouched, with_row},
    Column{"account_id", key, to_nobody, untouched, with_row},
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"staff_id", key, to_nobody, untouched, with_row},
    Column{"device", staff, to_staff("Device"), untouched, with_row},
    Column{"browser_hash", security, to_nobody, untouched, with_row},
    Column{"started_at", staff, to_staff("Signed in"), untouched, with_row},
    Column{"seen_at", staff, to_staff("Last used"), untouched, with_row},
    Column{"ended_at", staff, to_staff("Signed out"), untouched, with_row},
    Column{"locked_at", staff, to_staff("Locked"), untouched, with_row},
    Column{"proven_at", staff, to_nobody, untouched, with_row},
    Column{"vouched_by", staff, to_staff("Signed in by"), untouched, with_row},
};

inline constexpr std::array sign_in_failure_columns{
    Column{"what_hash", key, to_nobody, untouched, with_row},
    Column{"failures", security, to_nobody, untouched, with_row},
    Column{"last_at", security, to_nobody, untouched, with_row},
};

inline constexpr std::array invitation_columns{
    Column{"token_hash", security, to_nobody, untouched, with_row},
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"staff_id", key, to_nobody, untouched, with_row},
    Column{"made_at", staff, to_staff("Invitation made"), untouched, with_row},
    Column{"expires_at", staff, to_staff("Link worked until"), untouched, with_row},
    Column{"used_at", staff, to_staff("Link used"), untouched, with_row},
    Column{"revoked_at", staff, to_staff("Link ended"), untouched, with_row},
};

inline constexpr std::array submission_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"said", system, to_nobody, untouched, with_row},
    Column{"location", system, to_nobody, untouched, with_row},
    Column{"made_at", system, to_nobody, untouched, with_row},
};

inline constexpr std::array authenticator_app_columns{
    Column{"account_id", key, to_nobody, untouched, with_row},
    Column{"sealed_secret", security, to_nobody, untouched, with_row},
    Column{"made_at", staff, to_staff("Added"), untouched, with_row},
    Column{"confirmed_at", staff, to_staff("Confirmed"), untouched, with_row},
    Column{"last_step", security, to_nobody, untouched, with_row},
};

inline constexpr std::array recovery_code_columns{
    Column{"account_id", key, to_nobody, untouched, with_row},
    Column{"code_hash", security, to_nobody, untouched, with_row},
    Column{"made_at", staff, to_staff("Made"), untouched, with_row},
    Column{"used_at", staff, to_staff("Used"), untouched, with_row},
};

inline constexpr std::array awaited_code_columns{
    Column{"token_hash", security, to_nobody, untouched, with_row},
    Column{"account_id", key, to_nobody, untouched, with_row},
    Column{"made_at", staff, to_nobody, untouched, with_row},
};

inline constexpr std::array passkey_columns{
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"account_id", key, to_nobody, untouched, with_row},
    Column{"credential_id", security, to_nobody, untouched, with_row},
    Column{"public_key", security, to_nobody, untouched, with_row},
    Column{"algorithm", security, to_nobody, untouched, with_row},
    Column{"uses", security, to_nobody, untouched, with_row},
    Column{"may_be_copied", security, to_nobody, untouched, with_row},
    Column{"name", staff, to_staff("Passkey"), untouched, with_row},
    Column{"made_at", staff, to_staff("Added"), untouched, with_row},
    Column{"used_at", staff, to_staff("Last used"), untouched, with_row},
};

inline constexpr std::array second_way_demand_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"role", school, to_nobody, untouched, stays_with_the_school},
    Column{"starts_on", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array passkey_challenge_columns{
    Column{"challenge_hash", security, to_nobody, untouched, with_row},
    Column{"purpose", security, to_nobody, untouched, with_row},
    Column{"account_id", key, to_nobody, untouched, with_row},
    Column{"made_at", staff, to_nobody, untouched, with_row},
};

inline constexpr std::array openid_tie_columns{
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"account_id", key, to_nobody, untouched, with_row},
    Column{"provider", staff, to_staff("Signs in by"), untouched, with_row},
    Column{"issuer", security, to_nobody, untouched, with_row},
    Column{"subject", security, to_nobody, untouched, with_row},
    Column{"realm", staff, to_staff("Of"), untouched, with_row},
    Column{"name", staff, to_staff("Known there as"), untouched, with_row},
    Column{"made_at", staff, to_staff("Added"), untouched, with_row},
    Column{"used_at", staff, to_staff("Last used"), untouched, with_row},
};

inline constexpr std::array openid_return_columns{
    Column{"state_hash", key, to_nobody, untouched, with_row},
    Column{"returned_at", system, to_nobody, untouched, with_row},
};

inline constexpr std::array way_change_columns{
    Column{"account_id", key, to_nobody, untouched, with_row},
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"kind", staff, to_staff("Way to sign in changed"), untouched, with_row},
    Column{"made_at", staff, to_staff("When"), untouched, with_row},
    Column{"shown_at", staff, to_staff("Told at a sign-in"), untouched, with_row},
};

inline constexpr std::array sign_in_tables{
    Table{
        .name = "account",
        .holds = "Who may sign in, over all schools of this installation.",
        .why = safe_accounts,
        .kept = with_the_account,
        .of_staff = by_account,
        .columns = account_columns},
    Table{
        .name = "account_school",
        .holds = "Which schools an account leads to.",
        .why = safe_accounts,
        .kept = with_the_account,
        .of_staff = by_its_account,
        .columns = account_school_columns,
        .not_given = "names the account, which is given out"},
    Table{
        .name = "sign_in",
        .holds = "Devices that are signed in.",
        .why = safe_accounts,
        .kept = for_days,
        .of_staff = by_its_account,
        .columns = sign_in_columns},
    Table{
        .name = "authenticator_app",
        .holds = "A person's authenticator app; its secret is sealed.",
        .why = safe_accounts,
        .kept = with_the_account,
        .of_staff = by_account_alone,
        .columns = authenticator_app_columns},
    Table{
        .name = "recovery_code",
        .holds = "Digests of codes that sign a person in once.",
        .why = safe_accounts,
        .kept = with_the_account,
        .of_staff = by_account_alone,
        .columns = recovery_code_columns},
    Table{
        .name = "awaited_code",
        .holds = "That a password was right and a code is still to come.",
        .why = safe_accounts,
        .kept = for_days,
        .columns = awaited_code_columns},
    Table{
        .name = "passkey",
        .holds = "A person's passkeys, by the name that they gave them.",
        .why = safe_accounts,
        .kept = with_the_account,
        .of_staff = by_account_alone,
        .columns = passkey_columns},
    Table{
        .name = "second_way_demand",
        .holds = "For which roles the school demands a second way to sign in, and from which day.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = second_way_demand_columns},
    Table{
        .name = "passkey_challenge",
        .holds = "What a passkey is to sign, once and soon.",
        .why = safe_accounts,
        .kept = for_days,
        .columns = passkey_challenge_columns},
    Table{
        .name = "openid_tie",
        .holds = "By which account at Microsoft or Google a person signs in.",
        .why = safe_accounts,
        .kept = with_the_account,
        .of_staff = by_account_alone,
        .columns = openid_tie_columns},
    Table{
        .name = "openid_return",
        .holds = "Errands to a provider that have come back, so that none does twice.",
        .why = safe_accounts,
        .kept = for_days,
        .columns = openid_return_columns},
    Table{
        .name = "way_change",
        .holds = "What changed in a person's ways to sign in, of which they are told.",
        .why = safe_accounts,
        .kept = with_the_account,
        .of_staff = by_account_alone,
        .columns = way_change_columns},
    Table{
        .name = "sign_in_failure",
        .holds = "How often signing in failed of late, under a hash of who and from where.",
        .why = safe_accounts,
        .kept = for_days,
        .columns = sign_in_failure_columns},
    Table{
        .name = "invitation",
        .holds = "Links by which a person makes their account.",
        .why = safe_accounts,
        .kept = for_days,
        .of_staff = by_staff,
        .columns = invitation_columns},
    Table{
        .name = "submission",
        .holds = "Forms that were answered, so that one sent twice changes nothing.",
        .why = safe_accounts,
        .kept = for_days,
        .columns = submission_columns},
};

}  // namespace data_map::declared
