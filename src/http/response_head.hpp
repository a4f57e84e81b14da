#pragma once

#include <ctime>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace http {

// "Sun, 06 Nov 1994 08:49:37 GMT"
std::string http_date(std::time_t seconds);

// The status line and headers, up to the empty line. Date, Content-Length and Connection are the server's to
// say: the response's own are left out. A line end inside a header becomes a space, so that no value can
// start a new header.
std::string response_head(Response const& response, std::string_view date, std::string_view connection);

}  // namespace http
