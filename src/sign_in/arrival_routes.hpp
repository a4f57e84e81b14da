#pragma once

#include <string>

#include "http/message.hpp"
#include "sign_in/sign_in.hpp"

namespace sign_in {

// Who tries to sign in with this request.
Attempt attempt_of(http::Request const& request, std::string const& address);

// The hash of the token that this request's cookie holds.
std::string token_hash_of(http::Request const& request);

// The answer with the cookie of a new sign-in; or with the cookie taken away. The application leaves out
// Secure where the server is plain http on loopback.
http::Response with_cookie(http::Response response, std::string const& token);
http::Response without_cookie(http::Response response);

}  // namespace sign_in
