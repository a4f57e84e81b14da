#include "sign_in/rules.hpp"

#include <gtest/gtest.h>

#include <set>
#include <span>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "sign_in/password_rules.hpp"
#include "sign_in/throttle_rules.hpp"

namespace embedded {
std::span<File const> common_passwords();
}

namespace sign_in {
namespace {

Presence presence(std::int64_t started, std::int64_t seen) {
    Presence one;
    one.started_at = {started};
    one.seen_at = {seen};
    return one;
}

TEST(Limits, an_hour_without_use_and_twelve_hours_in_any_case_end_a_sign_in) {
    EXPECT_TRUE(still_signed_in(presence(0, 0), {60 * minutes - 1}));
    EXPECT_FALSE(still_signed_in(presence(0, 0), {60 * minutes}));
    EXPECT_TRUE(still_signed_in(presence(0, 12 * hours - 2), {12 * hours - 1}));
    EXPECT_FALSE(still_signed_in(presence(0, 12 * hours - 1), {12 * hours}));
}

// Every age of the proof and of the last use, against the sentence of the user guide: the proof stands while
// there is no quarter of an hour in which nobody proved or used anything.
TEST(AStandingProof, ends_with_a_quarter_of_an_hour_without_use) {
    Instant const now{100 * hours};
    for (int proven = 0; proven <= 40; ++proven)
        for (int seen = 0; seen <= 40; ++seen) {
            Presence one;
            one.proven_at = now - proven * minutes;
            one.seen_at = now - seen * minutes;
            bool const left = proven >= 15 && seen >= 15;
            EXPECT_EQ(standing_proof(one, now), left ? Instant{} : one.proven_at) << proven << ' ' << seen;
        }
}

TEST(AStandingProof, is_as_old_as_the_proof_while_the_device_is_used) {
    Presence one;
    one.proven_at = {1};
    one.seen_at = {7 * hours};
    EXPECT_EQ(standing_proof(one, one.seen_at + 15 * minutes - 1), Instant{1});
    EXPECT_EQ(standing_proof(one, one.seen_at + 15 * minutes), Instant{});
}

TEST(Throttle, five_tries_are_free_then_pauses_grow_to_a_quarter_of_an_hour) {
    std::vector<std::int64_t> pauses;
    for (int failures = 0; failures <= 12; ++failures)
        pauses.push_back(pause_after(failures, account_allowance) / minutes);
    EXPECT_EQ(pauses, (std::vector<std::int64_t>{0, 0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15, 15}));
}

// Every count up to 200 and every minute of the day after: trying is possible again within 15 minutes.
TEST(Throttle, pauses_for_minutes_and_never_for_good) {
    constexpr std::array pauses{1, 2, 4, 8, 15};
    for (auto const& allowance : {account_allowance, address_allowance})
        for (int failures = 0; failures <= 200; ++failures) {
            auto const beyond = std::min(failures - allowance.free_tries, 4);
            int const pause = beyond < 0 ? 0 : pauses.at(static_cast<std::size_t>(beyond));
            for (int minute = 0; minute <= 24 * 60; ++minute) {
                auto const until = paused_until({failures, {0}}, allowance, {minute * minutes});
                ASSERT_EQ(until.has_value(), minute < pause) << failures << " failures, minute " << minute;
                if (until) {
                    ASSERT_EQ(*until, Instant{pause * minutes});
                }
            }
        }
}

TEST(Places, signing_in_leads_only_to_places_within_withy) {
    EXPECT_EQ(local_path("/pupils?q=sam"), "/pupils?q=sam");
    for (auto const* elsewhere :
         {"", "pupils", "//elsewhere", "https://elsewhere", "/\\elsewhere", "/a\nb", "/a b", "javascript:x"})
        EXPECT_EQ(local_path(elsewhere), "/") << elsewhere;
}

TEST(Devices, are_named_as_their_owner_would) {
    EXPECT_EQ(device_in_words("Mozilla/5.0 (Windows NT 10.0; rv:128.0) Firefox/128.0"), "Firefox on Windows");
    EXPECT_EQ(
        device_in_words("Mozilla/5.0 (X11; CrOS x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36"),
        "Chrome on a Chromebook"
    );
    EXPECT_EQ(
        device_in_words("Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 Edg/126.0"),
        "Edge on Windows"
    );
    EXPECT_EQ(
        device_in_words("Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) Version/17.5 Safari/604.1"),
        "Safari on an iPad"
    );
    EXPECT_EQ(device_in_words("curl/8"), "An unknown device");
    EXPECT_EQ(device_in_words(""), "An unknown device");
}

std::optional<PasswordFault> fault(std::string_view password) {
    return password_fault(password, "jane.carr@alder.example", "Alder Brook Junior School");
}

TEST(Passwords, length_counts_and_composition_does_not) {
    EXPECT_EQ(fault("elevenchars"), PasswordFault::too_short);
    EXPECT_EQ(fault("twelve chars"), std::nullopt);
    EXPECT_EQ(fault("äöüäöüäöüäö"), PasswordFault::too_short);
    EXPECT_EQ(fault("äöü äöü éèê "), std::nullopt);
    EXPECT_EQ(fault(std::string(200, 'a') + std::string(56, 'b')), std::nullopt);
    EXPECT_EQ(fault(std::string(200, 'a') + std::string(57, 'b')), PasswordFault::too_long);
}

TEST(Passwords, what_everybody_guesses_first_is_refused) {
    for (auto const* common :
         {"password1234", "Password 1234", "QWERTYUIOPAS", "aaaaaaaaaaaaaaaa", "123456789012"})
        EXPECT_EQ(fault(common), PasswordFault::too_common) << common;
}

// A line out of order, not folded, or of too few letters is not refused as common.
TEST(Passwords, the_three_thousand_of_twelve_letters_or_more_that_are_chosen_most_often_are_refused) {
    auto const listed = text::split(text::trimmed(embedded::common_passwords().front().bytes), '\n');
    for (auto const password : listed) EXPECT_EQ(fault(password), PasswordFault::too_common) << password;
    EXPECT_GE(std::set(listed.begin(), listed.end()).size(), 3000U);
    EXPECT_EQ(fault("Q-A-Z wsx EDC rfv"), PasswordFault::too_common);
    EXPECT_EQ(fault("playstation2playstation"), std::nullopt);
}

TEST(Passwords, the_own_address_and_the_schools_name_are_refused_and_phrases_with_them_are_not) {
    for (auto const* own :
         {"jane.carr@alder.example",
          "jane.carr1234",
          "Alder Brook Junior School",
          "alderbrookjuniorschool2026"})
        EXPECT_EQ(fault(own), PasswordFault::made_of_own_names) << own;
    EXPECT_EQ(fault("jane.carr walks to the old mill"), std::nullopt);
}

}  // namespace
}  // namespace sign_in
