#pragma once

#include "visits/route.hpp"

namespace sign_in {

// For whom the school demands a second way to sign in, and the page that people are led to who have none.
Routes second_way_routes();

// The answer to who asks for what waits until they have a second way: the page where they add one.
http::Response second_way_first(Visit& visit, http::Request const& request);

}  // namespace sign_in
