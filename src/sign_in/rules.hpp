#pragma once

#include <string>
#include <string_view>

#include "sign_in/sign_in.hpp"

namespace sign_in {

// True while neither limit has passed.
bool still_signed_in(Presence const& presence, Instant now);

// True while the last proof of who is here is fresh.
bool has_fresh_proof(Presence const& presence, Instant now);

// When who is here was last proven, unless the device then lay unused for a pause: the beginning of time, as
// if they never had.
Instant standing_proof(Presence const& presence, Instant now);

// What the forms of this sign-in carry, before masking; found from the cookie's token alone.
std::string csrf_of(std::string_view token);

// Whether whoever got this token also clears up: about one in 16 does, so that two of the same moment seldom
// wait for each other.
bool clears_up(std::string const& token_hash);

// The path, where it is a place within Withy that signing in may lead to; otherwise Today.
std::string local_path(std::string_view path);

// "Firefox on Windows", from what the browser says of itself.
std::string device_in_words(std::string_view user_agent);

}  // namespace sign_in
