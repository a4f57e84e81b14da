#pragma once

#include <optional>
#include <string>
#include <tuple>

#include "base/instant.hpp"
#include "visits/who.hpp"

namespace sign_in {

using visits::AccountId;
using visits::StaffId;

// A device that is signed in, as its cookie finds it.
struct Presence {
    AccountId account;
    SchoolId school;
    std::string school_name;
    StaffId staff;
    Instant started_at;
    Instant seen_at;
    std::optional<Instant> locked_at = {};
    Instant proven_at = {};  // when its person last proved who they are
    bool for_the_county = false;

    auto columns() {
        return std::tie(
            account, school, school_name, staff, started_at, seen_at, locked_at, proven_at, for_the_county
        );
    }
};

// How long a device stays signed in without being used, and at the most.
inline constexpr std::int64_t idle_limit = 60 * minutes;
inline constexpr std::int64_t absolute_limit = 12 * hours;
// How long a proof of who is here is fresh enough for what could harm most.
inline constexpr std::int64_t proof_is_fresh_for = 10 * minutes;
// After how long without use a proof opens no more of what children confided: whoever comes then may be
// somebody else (docs/adr/0023).
inline constexpr std::int64_t pause_ends_a_proof = 15 * minutes;

// `seen_at` is written down once a minute, not with every page.
inline constexpr std::int64_t seen_every = 1 * minutes;

inline constexpr std::string_view cookie_name = "withy";
// Stays when its person signs out, and says no more than that this browser was here.
inline constexpr std::string_view browser_cookie_name = "withy-browser";

struct Account {
    AccountId id;
    std::string address;
    std::string password_hash;
    auto columns() { return std::tie(id, address, password_hash); }
};

// By whose word somebody came in: a provider's and its realm's ("microsoft 0199…"), or by Withy's own ways
// where it is empty; and when they last proved who they are, where that was not just now.
struct Voucher {
    std::string by;
    std::optional<Instant> proven_at = {};
};

// A school that an account leads to.
struct Workplace {
    SchoolId school;
    std::string school_name;
    StaffId staff;
    auto columns() { return std::tie(school, school_name, staff); }
};

// A device as its owner sees it.
struct Device {
    std::string token_hash;
    std::string in_words;  // "Firefox on Windows"
    std::string school_name;
    Instant started_at;
    Instant seen_at;
    std::optional<Instant> locked_at = {};
    auto columns() { return std::tie(token_hash, in_words, school_name, started_at, seen_at, locked_at); }
};

// Somebody who tries to sign in: as whom, from which network address, with which device, in which browser (by
// the token that a cookie keeps there).
struct Attempt {
    std::string address;
    std::string from;
    std::string user_agent;
    std::string browser = {};
};

// How often signing in failed of late.
struct Failures {
    int count = 0;
    Instant last_at;
    auto columns() { return std::tie(count, last_at); }
};

// How many failures are free, and after how long without one they are forgotten.
struct Allowance {
    int free_tries;
    std::int64_t forgotten_after;
};

// A whole school may share one network address, so it is allowed more than an account.
inline constexpr Allowance account_allowance{5, 24 * hours};
inline constexpr Allowance address_allowance{20, 1 * hours};
inline constexpr std::int64_t longest_pause = 15 * minutes;

// A browser in which the account signed in within this time is known: only what fails in it counts there, so
// that nobody can keep a person out by failing elsewhere, in their name or from the school's own network.
inline constexpr std::int64_t browser_known_for = std::int64_t{60} * 24 * hours;
// Nothing asks for a sign-in that began before.
inline constexpr std::int64_t sign_in_kept_for = browser_known_for;

enum class Refusal {
    wrong,
    paused,
    works_nowhere,
    wrong_code,
    no_such_code,
    passkey_refused,
    passkey_demanded,
    last_second_way
};

// Why somebody may not come in, and when trying again makes sense.
struct Refused {
    Refusal refusal{};
    Instant try_again_at{};
};

// Says what is wrong and what to do.
std::string in_words(Refused const& refused);

enum class PasswordFault { too_short, too_long, too_common, made_of_own_names };

std::string in_words(PasswordFault fault);

// What is typed in the forms. Passwords are as typed, spaces included.
struct Credentials {
    std::string address;
    std::string password;
};
struct NewPassword {
    std::string old;
    std::string chosen;
};
struct SetUp {
    std::string code;
    std::string school_name;
    std::string telephone;
    std::string name;
    std::string address;
    std::string password;
    bool is_senco = false;
};

}  // namespace sign_in
