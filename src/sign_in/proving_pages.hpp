#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "sign_in/openid.hpp"
#include "sign_in/ways.hpp"
#include "visits/resubmission.hpp"

// How somebody shows who they are, wherever they are asked.
namespace sign_in::pages {

// A form that only a browser with script shows: its button asks for the passkey and sends what that says. At
// an address of numbers, where to go instead; nothing where browsers give none to this Withy.
h::Node by_passkey(
    design::FormGuard const& guard,
    std::string_view path,
    Purpose purpose,
    PasskeyPlace const& place,
    h::Node const& kept,
    std::string_view button
);

// "To add or use a passkey, open Withy at …"
h::Node where_passkeys_are_given(proofs::Place const& place);

// By what this person can show who they are.
struct WaysToProve {
    std::string person_name;
    bool made_up = false;  // such people just go on
    bool password = true;  // who joined by a provider has none
    bool code = false;
    PasskeyPlace passkey = {};
    std::vector<ProviderKind> providers = {};
};
// The forms for each of them, which carry what was kept to the path.
h::Node ways_to_prove(
    design::FormGuard const& guard,
    std::string_view path,
    WaysToProve const& ways,
    h::Node const& kept,
    Answers const& answers
);

// Where to go on to, and what was sent, if anything, before the person was asked.
struct Interrupted {
    std::string then = "/";
    visits::Resubmission resubmission = {};
};
// The fields that carry it.
h::Node kept_by(Interrupted const& interrupted);

design::Page prove(
    design::FormGuard const& guard,
    WaysToProve const& ways,
    Interrupted const& interrupted,
    Answers const& answers = design::blank()
);

// After the right password, of an account with an authenticator app.
struct AwaitedCode {
    std::string token;
    Interrupted interrupted;
};
design::Page enter_code(
    design::FormGuard const& guard, AwaitedCode const& awaited, Answers const& answers = design::blank()
);

}  // namespace sign_in::pages
