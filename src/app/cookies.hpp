#pragma once

#include "http/message.hpp"

// What cookies are called on https. A browser takes a name that begins with __Host- from this very host
// alone, so that no other site of the same domain can put its own sign-in into somebody's browser; __Secure-
// is the same for a cookie of a single path, from https alone.
namespace app {

// Puts the prefix before the name of each cookie that only the server reads.
void add_cookie_prefixes(http::Response& response);

// Takes it off those that come, and leaves out cookies without one: nobody knows who set them.
void take_cookie_prefixes(http::Request& request);

}  // namespace app
