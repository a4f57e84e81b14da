#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/calendar.hpp"
#include "db/connection.hpp"
#include "sign_in/second_way.hpp"
#include "sign_in/sign_in.hpp"

namespace sign_in::store {

// The sign-in that this token's hash belongs to and that nobody has ended; its limits are the rules'
// business.
std::optional<Presence> presence(db::Connection& db, std::string const& token_hash);

// Name, roles in force on the day with what they demand, and the ways that the person has besides a password;
// empty where the person has left. The school has been entered.
std::optional<Comer> person(db::Connection& db, Presence const& presence, Date today);

// Nothing is used while it is locked, and nothing that ended or outlived a limit comes back by being used.
// The first use after a pause puts the proof from before it out of force.
void note_seen(db::Connection& db, std::string const& token_hash, Instant now);
void lock(db::Connection& db, std::string const& token_hash, Instant now);
void unlock(db::Connection& db, std::string const& token_hash, Instant now);
// That the person has proven who they are.
void note_proof(db::Connection& db, std::string const& token_hash, Instant now);
// True where all people of this installation are made up, and so have no passwords.
bool people_are_made_up(db::Connection& db);

// Accounts that are not closed.
std::optional<Account> account(db::Connection& db, std::string const& address);
std::optional<Account> account(db::Connection& db, AccountId const& id);
void add(db::Connection& db, Account const& account, Instant now);
void set_password(db::Connection& db, AccountId const& id, std::string const& password_hash);

// Where the account leads, by the school's name. Whether the person has left stands in each school's own
// data.
std::vector<Workplace> workplaces(db::Connection& db, AccountId const& id);
// The school has been entered.
bool works_here(db::Connection& db, Workplace const& workplace, Date day);
// Where the account was signed in last.
std::optional<SchoolId> last_school(db::Connection& db, AccountId const& id);

// A device that signs in.
struct Beginning {
    std::string token_hash;
    AccountId account;
    Workplace workplace;
    std::string device;
    std::string browser_hash;
    Voucher voucher = {};
};
void begin(db::Connection& db, Beginning const& beginning, Instant now);
// By whose word the sign-in began.
std::string vouched_by(db::Connection& db, std::string const& token_hash);
bool move_to(
    db::Connection& db, std::string const& token_hash, AccountId const& account, Workplace const& workplace
);
// Devices on which neither limit can have passed, the last used first.
std::vector<Device> devices(db::Connection& db, AccountId const& id, Instant now);
void end(db::Connection& db, AccountId const& account, std::string const& token_hash, Instant now);
// All devices of the account but the one with this token, whose browsers are not known any more; an empty
// hash spares none.
void end_all_but(db::Connection& db, AccountId const& account, std::string const& token_hash, Instant now);
// The first few hundred of those that began before.
void forget_sign_ins_before(db::Connection& db, Instant before);
bool has_signed_in_with(
    db::Connection& db, std::string const& address, std::string const& browser_hash, Instant since
);
// True where anybody signed in with this browser, and its token is one of Withy's own.
bool is_browser(db::Connection& db, std::string const& browser_hash);

Failures failures(db::Connection& db, std::string const& what_hash);
// Counts one more; what failed before `forget_before` no longer counts.
void add_failure(db::Connection& db, std::string const& what_hash, Instant now, Instant forget_before);
void forget_failures(db::Connection& db, std::string const& what_hash);
void forget_failures_before(db::Connection& db, Instant before);

// The hash of the one-time code by which the first school is set up.
std::optional<std::string> set_up_code(db::Connection& db);
void end_set_up_code(db::Connection& db);

}  // namespace sign_in::store
