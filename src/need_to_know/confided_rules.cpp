#include "need_to_know/confided_rules.hpp"

namespace need_to_know {

namespace {

Confided once_proven(bool is_theirs, Instant proven_at, Instant now) {
    if (!is_theirs) return Confided::not_theirs;
    return now - proven_at < confided_words_stay_open_for ? Confided::shown : Confided::after_a_proof;
}

}  // namespace

Confided confided_in(Access const& access, StaffId const& deliverer, Instant proven_at, Instant now) {
    return once_proven(access.sees_confided_to(deliverer), proven_at, now);
}

Confided voice_in(
    Access const& access,
    StaffId const& deliverer,
    std::optional<VoiceFor> said_for,
    Instant proven_at,
    Instant now
) {
    if (is_shared(said_for) && access.sees(Zone::progress)) return Confided::shown;
    return once_proven(access.sees_kept_with(deliverer), proven_at, now);
}

}  // namespace need_to_know
