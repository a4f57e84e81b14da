#pragma once

#include <array>
#include <string_view>

#include "visits/route.hpp"
#include "visits/visit.hpp"

namespace app {

// {names} in an address that stand for something of one child's case.
inline constexpr std::array<std::string_view, 9> of_a_case{
    "{case}",
    "{concern}",
    "{letter}",
    "{message}",
    "{override}",
    "{place}",
    "{question}",
    "{step}",
    "{target}"};

// Throws where the answer holds words about a child as they are stored: nothing was decided about that child,
// so they were not opened. The fault is the handler's, and is logged with its route. A PDF can't hold any
// (`messages::Sheet`).
void hold_back_words_that_stayed_closed(visits::Route const& route, http::Response const& response);

// The same, and where a page whose address names something of a case decided about nobody, whatever it tells.
void hold_back_what_nobody_decided(
    Visit const& visit, visits::Route const& route, http::Response const& response
);

}  // namespace app
