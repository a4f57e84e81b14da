#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What is said between Withy and a provider of OpenID Connect (Core 1.0 and Discovery 1.0), as text: whoever
// carries it stands above. Only the authorization code flow is spoken, with PKCE (RFC 7636).
namespace proofs {

// What a provider says of itself, as far as Withy uses it.
struct ProviderDocument {
    std::string issuer;  // Microsoft's has "{tenantid}" in it, where each tenant's own number belongs
    std::string authorization_address;
    std::string token_address;
    std::string keys_address;
};
// None where a part is missing, or an address does not begin with https://.
std::optional<ProviderDocument> document_in(std::string_view json);

// A key by which a provider signs (RFC 7517).
struct ProviderKey {
    std::string id;
    std::string der;
    std::int64_t algorithm = 0;
    std::string issuer;  // whose tokens it signs, as Microsoft says it; empty: all of this provider's
};
// Keys for RS256 and ES256 alone; others, and those that encrypt, are passed over.
std::vector<ProviderKey> keys_in(std::string_view json);

// What the browser is sent to the provider with.
struct Authorization {
    std::string client;
    std::string return_address;
    std::string state;
    std::string nonce;
    std::string verifier;     // stays here; the provider is shown its digest
    bool asks_again = false;  // the person shows the provider anew who they are, and does not only choose
};
std::string authorization_address(ProviderDocument const& document, Authorization const& authorization);

// What the code that comes back is exchanged for a token with.
struct CodeExchange {
    std::string client;
    std::string secret;
    std::string return_address;
    std::string code;
    std::string verifier;
};
// As the body of a form.
std::string exchange_form(CodeExchange const& exchange);
// The ID token in the answer; empty where there is none.
std::string id_token_in(std::string_view json);

}  // namespace proofs
