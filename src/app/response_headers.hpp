#pragma once

#include <string_view>

#include "http/message.hpp"

namespace app {

// Adds what every answer carries: no caching of people's data, no framing, no script but our own; and
// compresses the body where the browser takes it.
http::Response with_headers(http::Response response, std::string_view accept_encoding, bool secure);

}  // namespace app
