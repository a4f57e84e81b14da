#pragma once

#include <string_view>

#include "http/message.hpp"

namespace http {

// A short page for a request that the server itself refuses: what happened and what to do. The detail, in
// words, takes the place of the general reason.
Response refusal_page(int status, std::string_view detail = {});

}  // namespace http
