#include "sign_in/arrival_routes.hpp"

#include "base/secret.hpp"
#include "sign_in/actions.hpp"

namespace sign_in {

Attempt attempt_of(Visit& visit, http::Request const& request, std::string const& address) {
    return {
        address,
        request.remote_address,
        std::string(request.header("user-agent")),
        actions::browser_of(visit, request.cookie(browser_cookie_name))};
}

PasskeyPlace passkey_place(Visit const& visit, http::Request const& request) {
    return {proofs::place_of(visit.public_address), proofs::is_of_numbers(request.header("host"))};
}

std::string token_hash_of(http::Request const& request) {
    auto const token = request.cookie(cookie_name);
    return token.empty() ? std::string() : secret::hash_of_token(token);
}

http::Response with_cookies(http::Response response, std::string const& token, Attempt const& attempt) {
    http::Cookie const cookie{.name = std::string(cookie_name), .value = token};
    http::Cookie const browser{
        .name = std::string(browser_cookie_name),
        .value = attempt.browser,
        .seconds_to_live = browser_known_for / seconds};
    response.with("Set-Cookie", cookie.header()).with("Set-Cookie", browser.header());
    return response;
}

http::Response without_cookie(http::Response response) {
    http::Cookie const cookie{.name = std::string(cookie_name), .value = "", .seconds_to_live = 0};
    response.with("Set-Cookie", cookie.header());
    return response;
}

http::Response without_traces(http::Response response) {
    // Not its cookies: the browser stays one that is known (docs/adr/0013), and a lock keeps its sign-in.
    response.with("Clear-Site-Data", "\"cache\", \"storage\"");
    return response;
}

http::Response leaving(http::Response response) {
    return without_cookie(without_traces(std::move(response)));
}

}  // namespace sign_in
