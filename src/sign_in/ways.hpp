#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/id.hpp"
#include "base/words.hpp"
#include "proofs/passkey.hpp"
#include "sign_in/sign_in.hpp"

// The ways to sign in besides the password.
namespace sign_in {

using PasskeyId = Id<struct PasskeyTag>;

// The authenticator app of an account. It counts once a code has confirmed it.
struct AuthenticatorApp {
    std::string sealed_secret;
    std::optional<Instant> confirmed_at;
    std::int64_t last_step = 0;  // of the last code that was used
    auto columns() { return std::tie(sealed_secret, confirmed_at, last_step); }
};

// The secret of somebody's app, as the database holds it.
struct SealedApp {
    AccountId account;
    std::string sealed_secret;
    auto columns() { return std::tie(account, sealed_secret); }
};

// An app as it is shown to whoever adds it.
struct AppToAdd {
    std::string secret;   // to type, in groups of four
    std::string address;  // to scan
};

inline constexpr int recovery_codes_at_once = 10;
// How long whoever gave the right password may look for the code.
inline constexpr std::int64_t code_is_awaited_for = 10 * minutes;

// A passkey, as its person sees it.
struct OwnPasskey {
    PasskeyId id;
    std::string name;  // "The laptop in the Den"
    Instant made_at;
    std::optional<Instant> used_at;
    auto columns() { return std::tie(id, name, made_at, used_at); }
};

// A passkey as Withy checks it.
struct KeptPasskey {
    PasskeyId id;
    AccountId account;
    proofs::Passkey passkey;
};

// What a challenge is for: another passkey, signing in, or proving who is here.
enum class Purpose { make, sign_in, prove };
constexpr auto words(Purpose) { return std::array{"make", "sign_in", "prove"}; }

inline constexpr std::int64_t challenge_stands_for = 5 * minutes;

// What the browser sends of a passkey that was made, or used. Bytes, no longer as text.
struct NewPasskey {
    std::string name;
    std::string challenge;
    proofs::Making making;
};
struct PasskeyUse {
    std::string challenge;
    std::string credential;
    std::string person;  // whose passkey it says it is
    proofs::Use use;
};

// Where browsers give passkeys to this Withy, and whether one page can offer them.
struct PasskeyPlace {
    std::optional<proofs::Place> given = {};  // nothing where they give none
    bool at_numbers = false;  // the page was opened by an address of numbers, to which they give none

    // Where this page can offer them.
    std::optional<proofs::Place> here() const { return at_numbers ? std::nullopt : given; }
};

// What somebody has to sign in with.
struct Ways {
    bool has_app = false;
    std::int64_t recovery_codes = 0;  // still unused
    std::vector<OwnPasskey> passkeys;
};

}  // namespace sign_in
