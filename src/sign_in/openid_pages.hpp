#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "design/page.hpp"
#include "sign_in/openid.hpp"

// Microsoft and Google beside Withy's own ways to sign in. They are links and no forms: pages may send forms
// to Withy alone, and browsers hold to that wherever a form leads on to.
namespace sign_in::pages {

// "Sign in with Microsoft", each leading to the path with the provider's word at its end, and with what it
// carries along.
struct Along {
    std::string_view name;
    std::string_view value;
};
h::Node provider_links(
    std::vector<ProviderKind> const& providers,
    std::string_view words,
    std::string_view path,
    Along const& along = {}
);

// Among a person's own ways to sign in: what is added, and what can be.
h::Node own_providers(
    design::FormGuard const& guard,
    std::vector<OpenIdTie> const& ties,
    std::vector<ProviderKind> const& providers
);

// What did not work, and where to go on.
struct GoingBack {
    std::string words;  // "Your sign-in"
    std::string path;
};
design::Page provider_refused(std::string const& why, GoingBack const& back);

}  // namespace sign_in::pages
