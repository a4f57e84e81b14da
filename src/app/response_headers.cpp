#include "app/response_headers.hpp"

#include "app/cookies.hpp"
#include "http/compress.hpp"

namespace app {
namespace {

constexpr std::size_t worth_compressing = 1024;

constexpr std::string_view content_security_policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

// Withy uses none of what a browser can lend to a page.
constexpr std::string_view permissions_policy =
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
    "microphone=(), midi=(), payment=(), usb=()";

bool is_text(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "Content-Type") return value.starts_with("text/");
    return false;
}

// Every cookie asks for https; a server that speaks plain http, on loopback alone, would never see it again.
void allow_plain_http(http::Response& response) {
    constexpr std::string_view secure = "; Secure";
    for (auto& [name, value] : response.headers)
        if (auto const at = value.find(secure); name == "Set-Cookie" && at != std::string::npos)
            value.erase(at, secure.size());
}

}  // namespace

http::Response with_headers(http::Response response, std::string_view accept_encoding, bool secure) {
    response.with("Cache-Control", "no-store")
        .with("Content-Security-Policy", std::string(content_security_policy))
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "same-origin")
        .with("Cross-Origin-Opener-Policy", "same-origin")
        .with("Cross-Origin-Resource-Policy", "same-origin")
        .with("Cross-Origin-Embedder-Policy", "require-corp")
        .with("Permissions-Policy", std::string(permissions_policy));
    if (secure) {
        response.with("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        add_cookie_prefixes(response);
    } else {
        allow_plain_http(response);
    }
    if (!is_text(response)) return response;
    response.with("Vary", "Accept-Encoding");
    if (response.body.size() >= worth_compressing && http::accepts_gzip(accept_encoding)) {
        response.body = http::gzip(response.body);
        response.with("Content-Encoding", "gzip");
    }
    return response;
}

}  // namespace app
