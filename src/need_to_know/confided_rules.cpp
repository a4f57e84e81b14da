#include "need_to_know/confided_rules.hpp"

namespace need_to_know {

Confided confided_in(Access const& access, StaffId const& deliverer, Instant proven_at, Instant now) {
    if (!access.sees_confided_to(deliverer)) return Confided::not_theirs;
    return now - proven_at < confided_words_stay_open_for ? Confided::shown : Confided::after_a_proof;
}

Confided voice_in(
    Access const& access,
    StaffId const& deliverer,
    std::optional<VoiceFor> said_for,
    Instant proven_at,
    Instant now
) {
    if (is_shared(said_for) && access.sees(Zone::progress)) return Confided::shown;
    return confided_in(access, deliverer, proven_at, now);
}

}  // namespace need_to_know
