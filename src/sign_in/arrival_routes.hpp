#pragma once

#include <string>

#include "http/message.hpp"
#include "sign_in/sign_in.hpp"
#include "sign_in/ways.hpp"
#include "visits/visit.hpp"

namespace sign_in {

// Who tries to sign in with this request. A browser without a token gets one, which `with_cookies` hands
// over.
Attempt attempt_of(Visit& visit, http::Request const& request, std::string const& address);

// Where this request's page can offer passkeys, by the host that its browser asked at. Every page that offers
// them asks here.
PasskeyPlace passkey_place(Visit const& visit, http::Request const& request);

// The hash of the token that this request's cookie holds.
std::string token_hash_of(http::Request const& request);

// The answer with the cookies of a new sign-in and of its browser; or with the sign-in's taken away. The
// application leaves out Secure where the server is plain http on loopback.
http::Response with_cookies(http::Response response, std::string const& token, Attempt const& attempt);
http::Response without_cookie(http::Response response);

// The answer after which the browser has kept no page, nor anything that scripts kept: going back shows
// nothing that was open before. Where the person leaves, the cookie goes too.
http::Response without_traces(http::Response response);
http::Response leaving(http::Response response);

}  // namespace sign_in
