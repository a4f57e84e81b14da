#include "sign_in/rules.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/secret.hpp"

namespace sign_in {
namespace {

using Sign = std::pair<std::string_view, std::string_view>;

// Browsers name those that they descend from, so the youngest come first.
constexpr std::array browsers{
    Sign{"Edg", "Edge"},
    Sign{"OPR/", "Opera"},
    Sign{"SamsungBrowser", "Samsung Internet"},
    Sign{"Firefox/", "Firefox"},
    Sign{"FxiOS", "Firefox"},
    Sign{"CriOS", "Chrome"},
    Sign{"Chrome/", "Chrome"},
    Sign{"Safari/", "Safari"}};

constexpr std::array machines{
    Sign{"iPhone", "an iPhone"},
    Sign{"iPad", "an iPad"},
    Sign{"Android", "an Android device"},
    Sign{"CrOS", "a Chromebook"},
    Sign{"Windows", "Windows"},
    Sign{"Macintosh", "a Mac"},
    Sign{"Linux", "Linux"}};

template <std::size_t Count>
std::string_view first_seen(std::array<Sign, Count> const& signs, std::string_view user_agent) {
    auto const found = std::ranges::find_if(signs, [&](auto const& sign) {
        return user_agent.find(sign.first) != std::string_view::npos;
    });
    return found == signs.end() ? std::string_view() : found->second;
}

}  // namespace

bool still_signed_in(Presence const& presence, Instant now) {
    return now - presence.seen_at < idle_limit && now - presence.started_at < absolute_limit;
}

bool has_fresh_proof(Presence const& presence, Instant now) {
    return now - presence.proven_at < proof_is_fresh_for;
}

Instant standing_proof(Presence const& presence, Instant now) {
    auto const used_at = std::max(presence.seen_at, presence.proven_at);
    return now - used_at < pause_ends_a_proof ? presence.proven_at : Instant{};
}

std::string csrf_of(std::string_view token) { return secret::digest({"csrf", token}); }

bool clears_up(std::string const& token_hash) { return token_hash.starts_with('0'); }

std::string local_path(std::string_view path) {
    bool const local = path.starts_with('/') && !path.starts_with("//");
    bool const plain = std::ranges::all_of(path, [](char c) { return c > ' ' && c < 0x7f && c != '\\'; });
    return local && plain ? std::string(path) : "/";
}

std::string device_in_words(std::string_view user_agent) {
    auto const browser = first_seen(browsers, user_agent);
    auto const machine = first_seen(machines, user_agent);
    if (browser.empty() && machine.empty()) return "An unknown device";
    auto words = std::string(browser.empty() ? "A browser" : browser);
    if (!machine.empty()) words.append(" on ").append(machine);
    return words;
}

}  // namespace sign_in
