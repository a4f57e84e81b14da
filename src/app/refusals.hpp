#pragma once

#include <exception>
#include <string_view>

#include "http/message.hpp"
#include "visits/visit.hpp"

// Pages that say no, or that something broke: what happened and what to do. Causes stay in the log.
namespace app::refusals {

http::Response not_found();
http::Response not_found(Visit const& visit);
http::Response wrong_method();
http::Response from_another_site();
http::Response malformed(std::string_view what);
http::Response too_busy();

// Words what was thrown: a gate that refused, a full disk, or a fault with its reference number, which is
// logged.
http::Response broken(std::exception_ptr const& cause, http::Request const& request);

}  // namespace app::refusals
