#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/secret.hpp"
#include "support/https_server.hpp"
#include "support/token_key.hpp"
#include "visits/providers.hpp"

namespace support {

// How the provider fails whoever asks it.
enum class ProviderFails {
    not_at_all,
    document_away,       // 503 for what it says of itself
    document_elsewhere,  // a redirect, to where everything is in order
    keys_away,
    keys_huge,
    token_slow,  // after longer than Withy waits
    token_refused
};
// What is wrong with the token that it gives out.
enum class TokenIs { in_order, unsigned_at_all, confused, of_an_unknown_key, forged };

// A small provider of OpenID Connect on loopback, over HTTPS, that speaks the code flow with PKCE and gives a
// code out for one token. The page on which people show it who they are is `sends_back`.
class OpenIdProvider {
public:
    explicit OpenIdProvider(visits::ProviderKind kind, Instant now);

    std::string origin() const { return server_.origin(); }

    // As Withy is told of it.
    visits::Provider as_set(std::vector<visits::Realm> realms) const;

    // What stands in the next tokens beside or instead of what should; as JSON. An empty text takes a claim
    // out.
    void says(std::string const& claim, std::string const& json);
    void says_as_it_should(std::string const& claim);
    void is_asked_at(Instant now);
    void fails(ProviderFails how);
    void gives(TokenIs token);
    // Signs with another key from now on, which it publishes in place of the one before.
    void changes_keys();

    // Somebody whom the browser brings there signs in: the path within Withy that they are sent back to.
    // Empty where the provider would not know what is asked of it.
    std::string sends_back(std::string_view authorization_address);
    // What the browser was last sent there with.
    std::string asked_for(std::string_view parameter) const;

    // How often this path was asked for.
    int asked(std::string_view path) const;

private:
    struct Grant {
        std::string challenge;
        std::string nonce;
        std::string return_address;
    };

    std::string answer(std::string const& request);
    std::string document() const;
    std::string token(std::string const& body);
    std::string claims(Grant const& grant) const;
    std::string signed_token(std::string const& claims) const;

    mutable std::mutex mutex_;
    visits::ProviderKind kind_;
    Instant now_;
    std::string place_ =
        "/" + secret::new_token();  // so that nobody takes it for one on the same port before
    TokenKey key_{TokenKey::Kind::rs256, "first"};
    TokenKey next_key_{TokenKey::Kind::es256, "second"};
    bool is_on_next_key_ = false;
    ProviderFails fails_ = ProviderFails::not_at_all;
    TokenIs token_ = TokenIs::in_order;
    std::map<std::string, std::string> said_;
    std::map<std::string, Grant> grants_;  // by their code
    std::map<std::string, std::string> last_asked_for_;
    std::map<std::string, int> asked_;
    HttpsServer server_;  // last: its thread uses the others
};

}  // namespace support
