#pragma once

#include "visits/route.hpp"

namespace sign_in {

// A person's own sign-in: the page that shows it, the authenticator app, recovery codes and passkeys. What
// changes any of them asks for a fresh proof.
Routes own_routes();

}  // namespace sign_in
