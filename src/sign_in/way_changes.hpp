#pragma once

#include <array>
#include <string>
#include <string_view>
#include <tuple>

#include "base/instant.hpp"
#include "base/words.hpp"

// What changed in somebody's ways to sign in, as they are told of it.
namespace sign_in {

enum class WayChange {
    password_changed,
    others_taken_away,  // by a link for a new password
    app_added,
    app_removed,
    recovery_codes_renewed,
    recovery_code_used,
    passkey_added,
    passkey_removed,
    provider_added,
    provider_removed
};
constexpr auto words(WayChange) {
    return std::array{
        "password_changed",
        "others_taken_away",
        "app_added",
        "app_removed",
        "recovery_codes_renewed",
        "recovery_code_used",
        "passkey_added",
        "passkey_removed",
        "provider_added",
        "provider_removed"};
}
// "a passkey was added"
std::string_view in_words(WayChange change);

struct Changed {
    WayChange kind{};
    Instant made_at;
    auto columns() { return std::tie(kind, made_at); }
};
// "On Tuesday 12 May 2026 at 10:00 a passkey was added."
std::string in_words(Changed const& changed);

// How long the page of one's own sign-in says what changed.
inline constexpr std::int64_t changes_are_shown_for = 30 * (24 * hours);

inline constexpr std::string_view subject_of_change = "Your ways to sign in to Withy changed";
// What the e-mail says: what changed and what to do. It holds no link, so that nobody learns to follow one.
std::string told_by_mail(Changed const& changed, std::string_view school_name);

}  // namespace sign_in
