#include "support/openid_provider.hpp"

#include <chrono>
#include <thread>

#include "base/base64url.hpp"
#include "base/secret.hpp"
#include "base/sha256.hpp"
#include "http/parse.hpp"

namespace support {
namespace {

using visits::ProviderKind;

constexpr std::string_view client = "withy-at-school";
constexpr std::string_view client_secret = "between us";
constexpr std::string_view tenant = "0aa8c2f4-5d6e-4f70-8a91-b2c3d4e5f601";

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string ok(std::string const& json) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(json.size()) + "\r\n\r\n" + json;
}

std::string status(std::string_view line, std::string_view headers = "") {
    return "HTTP/1.1 " + std::string(line) + "\r\n" + std::string(headers) + "Content-Length: 0\r\n\r\n";
}

std::string digest_of(std::string_view verifier) {
    return base::base64url(sha256::bytes_of(sha256::of(verifier)));
}

std::string path_in(std::string const& request) {
    auto const from = request.find(' ') + 1;
    return request.substr(from, request.find(' ', from) - from);
}

}  // namespace

OpenIdProvider::OpenIdProvider(ProviderKind kind, Instant now)
    : kind_(kind), now_(now), server_([this](std::string const& request) { return answer(request); }) {}

visits::Provider OpenIdProvider::as_set(std::vector<visits::Realm> realms) const {
    return {
        .kind = kind_,
        .address = server_.origin() + place_,
        .client = std::string(client),
        .secret = std::string(client_secret),
        .realms = std::move(realms),
        .certificates = server_.certificates(),
        .most_seconds = 2};
}

void OpenIdProvider::says(std::string const& claim, std::string const& json) {
    std::lock_guard const lock(mutex_);
    said_[claim] = json;
}

void OpenIdProvider::says_as_it_should(std::string const& claim) {
    std::lock_guard const lock(mutex_);
    said_.erase(claim);
}

void OpenIdProvider::is_asked_at(Instant now) {
    std::lock_guard const lock(mutex_);
    now_ = now;
}

void OpenIdProvider::fails(ProviderFails how) {
    std::lock_guard const lock(mutex_);
    fails_ = how;
}

void OpenIdProvider::gives(TokenIs token) {
    std::lock_guard const lock(mutex_);
    token_ = token;
}

void OpenIdProvider::changes_keys() {
    std::lock_guard const lock(mutex_);
    is_on_next_key_ = true;
}

std::string OpenIdProvider::sends_back(std::string_view address) {
    std::lock_guard const lock(mutex_);
    auto const query = address.find('?');
    auto const asked = http::parse_form(query == address.npos ? "" : address.substr(query + 1));
    if (!asked || !address.starts_with(server_.origin() + "/authorize?")) return {};
    last_asked_for_.clear();
    for (auto const& [name, value] : asked->entries()) last_asked_for_[name] = value;
    bool const knows = asked->holds("client_id", client) && asked->holds("response_type", "code") &&
                       asked->holds("code_challenge_method", "S256");
    if (!knows) return {};
    auto const code = secret::new_token();
    grants_[code] = {
        std::string(asked->value("code_challenge")),
        std::string(asked->value("nonce")),
        std::string(asked->value("redirect_uri"))};
    auto const back = std::string(asked->value("redirect_uri"));
    auto const path = back.find('/', back.find("://") + 3);
    return back.substr(path) + "?code=" + code + "&state=" + std::string(asked->value("state"));
}

std::string OpenIdProvider::asked_for(std::string_view parameter) const {
    std::lock_guard const lock(mutex_);
    auto const found = last_asked_for_.find(std::string(parameter));
    return found == last_asked_for_.end() ? std::string() : found->second;
}

int OpenIdProvider::asked(std::string_view path) const {
    std::lock_guard const lock(mutex_);
    auto const found = asked_.find(std::string(path));
    return found == asked_.end() ? 0 : found->second;
}

std::string OpenIdProvider::answer(std::string const& request) {
    ProviderFails fails{};
    auto const path = path_in(request);
    {
        std::lock_guard const lock(mutex_);
        fails = fails_;
        ++asked_[path];
    }
    if (path == "/token" && fails == ProviderFails::token_slow)
        std::this_thread::sleep_for(std::chrono::milliseconds{2500});
    std::lock_guard const lock(mutex_);
    if (path == place_ + "/.well-known/openid-configuration" || path == "/elsewhere") {
        if (fails == ProviderFails::document_away) return status("503 Away");
        if (fails == ProviderFails::document_elsewhere && path != "/elsewhere")
            return status("302 Elsewhere", "Location: /elsewhere\r\n");
        return ok(document());
    }
    if (path == "/keys") {
        if (fails == ProviderFails::keys_away) return status("503 Away");
        if (fails == ProviderFails::keys_huge) return ok(std::string(1'000'000, ' '));
        return ok(TokenKey::all({(is_on_next_key_ ? next_key_ : key_).published()}));
    }
    if (path == "/token") return token(request.substr(request.find("\r\n\r\n") + 4));
    return status("404 Not here");
}

std::string OpenIdProvider::document() const {
    auto const origin = server_.origin();
    auto const issuer = kind_ == ProviderKind::google ? std::string("https://accounts.google.com")
                                                      : origin + "/{tenantid}/v2.0";
    return R"({"issuer":)" + quoted(issuer) + R"(,"authorization_endpoint":)" +
           quoted(origin + "/authorize") + R"(,"token_endpoint":)" + quoted(origin + "/token") +
           R"(,"jwks_uri":)" + quoted(origin + "/keys") + "}";
}

std::string OpenIdProvider::token(std::string const& body) {
    auto const form = http::parse_form(body);
    auto const grant = form ? grants_.find(std::string(form->value("code"))) : grants_.end();
    if (fails_ == ProviderFails::token_refused || grant == grants_.end()) return status("400 Refused");
    auto const granted = grant->second;
    grants_.erase(grant);
    bool const in_order = form->holds("grant_type", "authorization_code") &&
                          form->holds("client_id", client) && form->holds("client_secret", client_secret) &&
                          form->holds("redirect_uri", granted.return_address) &&
                          digest_of(form->value("code_verifier")) == granted.challenge;
    if (!in_order) return status("400 Refused");
    return ok(
        R"({"token_type":"Bearer","access_token":"of no use","id_token":)" +
        quoted(signed_token(claims(granted))) + "}"
    );
}

std::string OpenIdProvider::claims(Grant const& grant) const {
    auto const second = now_.milliseconds / seconds;
    bool const is_google = kind_ == ProviderKind::google;
    std::map<std::string, std::string> all{
        {"aud", quoted(client)},
        {"nonce", quoted(grant.nonce)},
        {"iat", std::to_string(second)},
        {"exp", std::to_string(second + 3600)},
        {"sub", quoted("the-subject")},
        {"email", quoted("priya@school.example")}};
    if (is_google) {
        all["iss"] = quoted("accounts.google.com");
        all["hd"] = quoted("school.example");
        all["email_verified"] = "true";
    } else {
        all["iss"] = quoted(server_.origin() + "/" + std::string(tenant) + "/v2.0");
        all["tid"] = quoted(tenant);
        all["oid"] = quoted("the-person");
    }
    for (auto const& [claim, json] : said_) all[claim] = json;
    std::string text;
    for (auto const& [claim, json] : all)
        if (!json.empty()) text += (text.empty() ? "{" : ",") + quoted(claim) + ":" + json;
    return text + "}";
}

std::string OpenIdProvider::signed_token(std::string const& claims) const {
    auto const& key = is_on_next_key_ ? next_key_ : key_;
    switch (token_) {
        case TokenIs::in_order: break;
        case TokenIs::unsigned_at_all: return TokenKey::unsigned_token(claims);
        case TokenIs::confused: return key.confused_token(claims);
        case TokenIs::of_an_unknown_key: return TokenKey(TokenKey::Kind::es256, "unheard of").token(claims);
        case TokenIs::forged: return TokenKey(TokenKey::Kind::rs256, "first").token(claims);
    }
    return key.token(claims);
}

}  // namespace support
