#pragma once

#include "visits/route.hpp"

namespace sign_in {

// To a provider of OpenID Connect and back from it: to sign in, to add it to one's own ways, to show again
// who is here, and to take up an invitation.
Routes openid_routes();

}  // namespace sign_in
