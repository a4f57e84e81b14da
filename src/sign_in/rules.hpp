#pragma once

#include "sign_in/sign_in.hpp"

namespace sign_in {

// True while neither limit has passed.
bool still_signed_in(Presence const& presence, Instant now);

}  // namespace sign_in
