#include "moving/rules.hpp"

#include <charconv>

#include "base/secret.hpp"
#include "sharing/next_school_rules.hpp"

namespace moving {
namespace {

using sharing::OwnWords;

std::string digest_for(Link const& link, std::string_view ends_at) {
    return secret::digest({link.proof_key, link.token_hash, link.pack.text(), ends_at});
}

bool is_over(Pack const& pack, Instant now) { return !pack.link_ends_at || now >= *pack.link_ends_at; }

}  // namespace

bool child_lets_it_go(Pack const& pack, std::span<sharing::NextSchoolWord const> words) {
    return (!pack.with_views || sharing::may_go(OwnWords::views, words)) &&
           (!pack.with_confided || sharing::may_go(OwnWords::confided, words));
}

Standing standing_of(Pack const& pack, std::span<sharing::NextSchoolWord const> words, Instant now) {
    if (!pack.sent_at) return can_be_discarded(pack) ? Standing::prepared : Standing::discarded;
    if (pack.received_at) return Standing::received;
    if (pack.taken_back_at) return Standing::taken_back;
    if (pack.link_closed_at) return Standing::locked;
    if (!child_lets_it_go(pack, words)) return Standing::held;
    if (is_over(pack, now)) return Standing::ended;
    return pack.opened_at ? Standing::opened : Standing::sent;
}

bool opens(Pack const& pack, std::span<sharing::NextSchoolWord const> words, Instant now) {
    return pack.sent_at && !pack.taken_back_at && !pack.link_closed_at && !is_over(pack, now) &&
           child_lets_it_go(pack, words);
}

bool can_be_ended(Pack const& pack, Instant now) {
    if (!pack.sent_at || pack.taken_back_at) return false;
    return !pack.received_at || (!pack.link_closed_at && !is_over(pack, now));
}

bool can_be_discarded(Pack const& pack) { return !pack.sent_at && !pack.discarded_at; }

bool needs_another(Standing standing) {
    switch (standing) {
        case Standing::prepared:
        case Standing::discarded:
        case Standing::sent:
        case Standing::opened:
        case Standing::received:
        case Standing::taken_back: return false;
        case Standing::locked:
        case Standing::held:
        case Standing::ended: return true;
    }
    return false;
}

bool is_late(Standing standing, Pack const& pack, Instant now) {
    bool const can_be_received = standing == Standing::sent || standing == Standing::opened;
    return can_be_received && now - *pack.sent_at >= days_to_receive * (24 * hours);
}

std::string hash_of_code(std::string_view token, std::string_view digits) {
    return secret::digest({token, digits});
}

std::string proof_until(Link const& link, Instant ends_at) {
    auto const end = std::to_string(ends_at.milliseconds);
    return end + "." + digest_for(link, end);
}

bool proves(Link const& link, std::string_view proof, Instant now) {
    auto const dot = proof.find('.');
    if (dot == std::string_view::npos) return false;
    auto const end = proof.substr(0, dot);
    std::int64_t ends_at = 0;
    auto const [rest, fault] = std::from_chars(end.data(), end.data() + end.size(), ends_at);
    if (fault != std::errc{} || rest != end.data() + end.size()) return false;
    return now.milliseconds < ends_at && secret::are_equal(proof.substr(dot + 1), digest_for(link, end));
}

}  // namespace moving
