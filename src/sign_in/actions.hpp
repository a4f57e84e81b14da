#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.hpp"
#include "sign_in/sign_in.hpp"
#include "visits/visit.hpp"

namespace sign_in::actions {

// The browser's token, where it is one that Withy gave to somebody who signed in; otherwise a new one, so
// that nobody plants one in a browser that is not theirs.
std::string browser_of(Visit& visit, std::string_view token);

// Until when this attempt has to wait, by its account or its network address; where the account is known in
// this browser, by what failed in it alone; empty where it may be made now.
std::optional<Instant> paused(Visit& visit, Attempt const& attempt);

// The slow half, outside the writer: the hash that the password fits, or empty where it fits none. Takes as
// long, and asks the database as much, for an account that does not exist.
std::string fitting_hash(Visit& visit, Attempt const& attempt, std::string_view password);

// The quick half: the account, where the hash that was found to fit still stands. Otherwise the failure is
// counted. Where a code is to follow, what failed before is forgotten with that.
Expected<Account, Refused> prove(Visit& visit, Attempt const& attempt, std::string const& fitting_hash);

// What fails counts for account, network address and browser. Whoever came in has no failures any more.
void count_failure(Visit& visit, Attempt const& attempt);
void forget_failures(Visit& visit, Attempt const& attempt);

// Where the account's person works today.
std::vector<Workplace> workplaces(Visit& visit, Account const& account);

struct SignedIn {
    std::string token;  // for the cookie, and kept nowhere else
    StaffId staff;      // who the account is there
    std::vector<Workplace> workplaces;
};

// Signs the account in where it was signed in last, of the schools that take the voucher's word; the visit is
// that school's from here on.
Expected<SignedIn, Refused> sign_in(
    Visit& visit, Account const& account, Attempt const& attempt, Voucher const& voucher = {}
);

// Signs this person of this school in, without asking which.
std::string sign_in_at(
    Visit& visit,
    Account const& account,
    Workplace const& workplace,
    Attempt const& attempt,
    Voucher const& voucher = {}
);

// Ends every other device and the links that were made for its person; this device stays.
void change_password(
    Visit& visit, Account const& account, std::string const& password_hash, std::string const& this_token_hash
);

// Makes the first school, its first administrator and their account, and ends the code.
struct FirstSchool {
    Account account;
    Workplace workplace;
};
FirstSchool set_up(Visit& visit, SetUp const& input, std::string const& password_hash);

// Of somebody whose account is not known: by their network address alone.
std::optional<Instant> stranger_paused(Visit& visit, Attempt const& attempt);
void count_failure_of_stranger(Visit& visit, Attempt const& attempt);
// True where the code is the one that the terminal shows.
bool is_set_up_code(Visit& visit, std::string const& code);

}  // namespace sign_in::actions
