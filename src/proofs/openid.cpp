#include "proofs/openid.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <utility>

#include "base/base64url.hpp"
#include "html/url.hpp"
#include "proofs/json_values.hpp"
#include "proofs/public_key.hpp"

namespace proofs {
namespace {

namespace json = boost::json;

// A provider has a handful; more would only be work.
constexpr std::size_t most_keys = 50;

bool is_https(std::string_view address) {
    constexpr std::string_view scheme = "https://";
    return address.starts_with(scheme) && address.size() > scheme.size() &&
           std::ranges::all_of(address, [](char c) { return c > ' ' && c < 0x7F; });
}

std::string bytes_in(json::object const& key, std::string_view name) {
    return base::from_base64url(text_in(key, name)).value_or("");
}

std::optional<PublicKey> public_key_in(json::object const& key) {
    auto const kind = text_in(key, "kty");
    if (kind == "RSA") return rs256_key(bytes_in(key, "n"), bytes_in(key, "e"));
    if (kind == "EC" && text_in(key, "crv") == "P-256")
        return es256_key(bytes_in(key, "x"), bytes_in(key, "y"));
    return std::nullopt;
}

// What a key says of its use and algorithm need not be there, and must not be another.
bool signs_by(json::object const& key, std::int64_t algorithm) {
    constexpr std::int64_t es256 = -7;
    auto const use = text_in(key, "use");
    auto const named = text_in(key, "alg");
    return (use.empty() || use == "sig") &&
           (named.empty() || named == (algorithm == es256 ? "ES256" : "RS256"));
}

std::string with_values(
    std::string text, std::vector<std::pair<std::string_view, std::string_view>> const& values
) {
    for (auto const& [name, value] : values) {
        if (!text.empty() && text.back() != '?') text += '&';
        text.append(name).append("=").append(url::encoded(value));
    }
    return text;
}

}  // namespace

std::optional<ProviderDocument> document_in(std::string_view text) {
    auto const read = object_in(text);
    if (!read) return std::nullopt;
    ProviderDocument document{
        .issuer = std::string(text_in(*read, "issuer")),
        .authorization_address = std::string(text_in(*read, "authorization_endpoint")),
        .token_address = std::string(text_in(*read, "token_endpoint")),
        .keys_address = std::string(text_in(*read, "jwks_uri"))};
    bool const whole = is_https(document.issuer) && is_https(document.authorization_address) &&
                       is_https(document.token_address) && is_https(document.keys_address);
    return whole ? std::optional(std::move(document)) : std::nullopt;
}

std::vector<ProviderKey> keys_in(std::string_view text) {
    std::vector<ProviderKey> keys;
    auto const read = object_in(text);
    auto const* const listed = read ? read->if_contains("keys") : nullptr;
    if (listed == nullptr || !listed->is_array()) return keys;
    for (auto const& one : listed->get_array()) {
        if (!one.is_object() || keys.size() == most_keys) continue;
        auto const& key = one.get_object();
        auto made = public_key_in(key);
        if (!made || text_in(key, "kid").empty() || !signs_by(key, made->algorithm)) continue;
        keys.push_back(
            {.id = std::string(text_in(key, "kid")),
             .der = std::move(made->der),
             .algorithm = made->algorithm,
             .issuer = std::string(text_in(key, "issuer"))}
        );
    }
    return keys;
}

std::string authorization_address(ProviderDocument const& document, Authorization const& authorization) {
    auto const challenge = base::base64url(sha256(authorization.verifier));
    auto address = document.authorization_address;
    address += address.find('?') == address.npos ? "?" : "&";
    auto const whole = with_values(
        "",
        {{"response_type", "code"},
         {"scope", "openid profile email"},
         {"client_id", authorization.client},
         {"redirect_uri", authorization.return_address},
         {"state", authorization.state},
         {"nonce", authorization.nonce},
         {"code_challenge", challenge},
         {"code_challenge_method", "S256"}}
    );
    // On a shared computer the account that is open there may be a colleague's.
    if (!authorization.asks_again) return address + with_values(whole, {{"prompt", "select_account"}});
    return address + with_values(whole, {{"prompt", "login"}, {"max_age", "0"}});
}

std::string exchange_form(CodeExchange const& exchange) {
    return with_values(
        "",
        {{"grant_type", "authorization_code"},
         {"client_id", exchange.client},
         {"client_secret", exchange.secret},
         {"redirect_uri", exchange.return_address},
         {"code", exchange.code},
         {"code_verifier", exchange.verifier}}
    );
}

std::string id_token_in(std::string_view text) {
    auto const read = object_in(text);
    return read ? std::string(text_in(*read, "id_token")) : std::string();
}

}  // namespace proofs
