#pragma once

#include "sessions/pages.hpp"

namespace sessions::pages {

// What the session will do, to write or to read, with the SENCo's look at it.
h::Node plan(design::FormGuard const& guard, View const& view, Answers const& answers);
// The field alone, whose version goes along under this name.
h::Node plan_field(View const& view, std::string_view version, Answers const& answers);
h::Node reviewed(Session const& session);
h::Node review(design::FormGuard const& guard, View const& view, Answers const& answers);

// Plans of the library for what the children work on, each to begin with. Nothing where there is none.
h::Node plans_to_begin_with(View const& view);

// Who is planned for, before the session and before the programme's start.
h::Node children_to_plan_for(View const& view);

}  // namespace sessions::pages
