#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "sign_in/openid.hpp"
#include "sign_in/proving_pages.hpp"
#include "sign_in/second_way.hpp"
#include "sign_in/way_changes.hpp"
#include "sign_in/ways.hpp"

// What a person finds of their own sign-in, and how they change it.
namespace sign_in::pages {

// How this person signs in, and where they are signed in; this device is named.
struct OwnSignIn {
    Ways ways;
    PasskeyPlace passkeys = {};
    bool has_password = true;  // who joined by a provider has none
    std::vector<OpenIdTie> ties = {};
    std::vector<ProviderKind> providers = {};  // whose word the school takes
    std::vector<Changed> changes = {};
    bool is_told_by_mail = false;  // of each change
    std::vector<Device> devices;
    std::string this_token_hash;
    bool has_several_schools = false;
    std::optional<OwnDemand> demand = {};  // a second way is demanded, and there is none yet
    std::string refused = {};              // why a way was not taken away
};
design::Page own_sign_in(design::FormGuard const& guard, OwnSignIn const& own);

design::Page add_app(design::FormGuard const& guard, AppToAdd const& app, Answers const& answers);

// Shown once, since nobody else ever sees them.
design::Page recovery_codes(std::vector<std::string> const& codes);

// Whose passkey is to be made, as browsers show and know it, and which passkeys there are already.
struct PasskeyOwner {
    std::string account;
    std::string address;
    std::string name;
    std::vector<std::string> has;
};
design::Page add_passkey(
    design::FormGuard const& guard,
    PasskeyOwner const& owner,
    proofs::Place const& place,
    Answers const& answers
);

}  // namespace sign_in::pages
