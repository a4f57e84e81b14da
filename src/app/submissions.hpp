#pragma once

#include <optional>
#include <string>

#include "visits/visit.hpp"

// A form sent twice, by a second tap or a lost answer, changes things once.
namespace app::submissions {

// Where the same form led when it was sent before.
std::optional<std::string> answered(Visit& visit, http::Request const& request);

// Keeps where this form led, in the transaction that it changed things in.
void remember(Visit& visit, http::Request const& request, http::Response const& response);

}  // namespace app::submissions
