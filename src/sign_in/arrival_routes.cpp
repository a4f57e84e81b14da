#include "sign_in/arrival_routes.hpp"

#include "base/secret.hpp"

namespace sign_in {

Attempt attempt_of(http::Request const& request, std::string const& address) {
    return {address, request.remote_address, std::string(request.header("user-agent"))};
}

std::string token_hash_of(http::Request const& request) {
    auto const token = request.cookie(cookie_name);
    return token.empty() ? std::string() : secret::hash_of_token(token);
}

http::Response with_cookie(http::Response response, std::string const& token) {
    http::Cookie const cookie{.name = std::string(cookie_name), .value = token};
    response.with("Set-Cookie", cookie.header());
    return response;
}

http::Response without_cookie(http::Response response) {
    http::Cookie const cookie{.name = std::string(cookie_name), .value = "", .seconds_to_live = 0};
    response.with("Set-Cookie", cookie.header());
    return response;
}

}  // namespace sign_in
