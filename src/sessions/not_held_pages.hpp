#pragma once

#include <string_view>

#include "sessions/pages.hpp"

namespace sessions::pages {

// Its day, which leads to its page.
h::Node day_of(Session const& session);

// To go on although somebody or something is taken then, under the field that says so.
h::Node all_the_same(View const& view, Answers const& answers, std::string_view field);

// Where the form stands on its page.
inline constexpr std::string_view not_held_id = "not-held";
h::Node not_held_form(design::FormGuard const& guard, View const& view, Answers const& answers);
// Why it was not held, where it went, and a way to take that back.
h::Node not_held(design::FormGuard const& guard, View const& view, Answers const& answers);

// Takes back what was recorded under this address, for whom that is open.
h::Node undoing_form(
    design::FormGuard const& guard,
    View const& view,
    Answers const& answers,
    std::string const& what,
    std::string const& what_follows
);

}  // namespace sessions::pages
