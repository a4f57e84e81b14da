#include "sign_in/rules.hpp"

namespace sign_in {

bool still_signed_in(Presence const& presence, Instant now) {
    return now - presence.seen_at < idle_limit && now - presence.started_at < absolute_limit;
}

}  // namespace sign_in
