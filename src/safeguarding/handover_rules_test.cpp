#include "safeguarding/handover_rules.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>

#include "safeguarding/receiver.hpp"

namespace safeguarding {
namespace {

constexpr Instant now{1'778'576'400'000};  // 12 May 2026, 09:00 UTC

std::array<std::uint8_t, 16> address(std::string const& text) {
    std::array<std::uint8_t, 16> bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return bytes;
    bytes[10] = bytes[11] = 0xFF;
    EXPECT_EQ(inet_pton(AF_INET, text.c_str(), bytes.data() + 12), 1) << text;
    return bytes;
}

std::string read(std::string_view text) {
    auto const receiver = read_receiver(text);
    return receiver ? "" : receiver.error();
}

TEST(Handover, says_when_by_whom_and_which_reference_and_nothing_of_what_happened) {
    Due const due{
        .pointer = *PointerId::parse("0190b6e0-0000-7000-8000-00000000000a"),
        .put_at = now,
        .reference = "CP-2026/117",
        .noted_by_name = "Ada \"Ace\" Teacher",
        .child_reference = "A123456789012",
        .by = HandsOver::with_upn,
        .tries = 0,
        .tries_since = now};
    EXPECT_EQ(
        message_of({7}, due),
        R"({"version":1,"school":7,"pointer":"0190b6e0-0000-7000-8000-00000000000a",)"
        R"("put_on_cpoms_at":"2026-05-12T09:00:00Z","cpoms_reference":"CP-2026/117",)"
        R"("noted_by":"Ada \"Ace\" Teacher","child":{"kind":"upn","reference":"A123456789012"}})"
    );
}

TEST(Handover, is_taken_refused_or_tried_again_by_the_receivers_answer) {
    for (long const taken : {200, 201, 202, 204, 409}) EXPECT_EQ(verdict_on(taken, 0).fault, "") << taken;
    for (long const never : {400, 413, 415, 422}) EXPECT_TRUE(verdict_on(never, 0).for_good) << never;
    for (long const later : {301, 302, 307, 401, 403, 404, 429, 500, 502, 503}) {
        EXPECT_NE(verdict_on(later, 0).fault, "") << later;
        EXPECT_FALSE(verdict_on(later, 0).for_good) << later;
    }
    EXPECT_EQ(verdict_on(429, 2 * hours).not_before, 2 * hours);
}

TEST(Handover, is_tried_with_growing_pauses_and_given_up_after_three_days) {
    std::int64_t last = 0;
    auto at = now;
    int tries = 0;
    for (auto next = std::optional(now); next; next = next_try(++tries, now, *next, 0)) {
        EXPECT_GE(*next - at, last);
        last = *next - at;
        at = *next;
    }
    EXPECT_GE(at - now, 72 * hours);
    EXPECT_LE(at - now, 84 * hours);
    EXPECT_EQ(tries, 13);
}

TEST(Handover, waits_as_long_as_the_receiver_asks_and_half_a_day_at_most) {
    EXPECT_EQ(next_try(1, now, now, 0), now + 1 * minutes);
    EXPECT_EQ(next_try(1, now, now, 2 * hours), now + 2 * hours);
    EXPECT_EQ(next_try(1, now, now, 900 * hours), now + 12 * hours);
}

TEST(Receiver, is_read_from_the_file_of_whoever_runs_withy) {
    auto const receiver = read_receiver(
        "# the trust's gateway\naddress = https://gateway.example/pointers\nkey = s3cret=\n"
        "certificates = /etc/withy/ca.pem\nprivate-network = yes\n"
    );
    ASSERT_TRUE(receiver);
    EXPECT_EQ(receiver->address, "https://gateway.example/pointers");
    EXPECT_EQ(receiver->key, "s3cret=");
    EXPECT_EQ(receiver->certificates, "/etc/withy/ca.pem");
    EXPECT_TRUE(receiver->private_network);
}

TEST(Receiver, is_refused_without_https_or_key_and_its_key_is_never_said) {
    EXPECT_NE(read("address = http://gateway.example\nkey = s3cret"), "");
    EXPECT_NE(read("address = https://\nkey = s3cret"), "");
    EXPECT_NE(read("address = https://gateway.example"), "");
    EXPECT_NE(read("address = https://gateway.example\nkey = two words"), "");
    EXPECT_NE(read("nonsense"), "");
    EXPECT_EQ(
        read("address = https://gateway.example\nkey = s3cret\nmore = s3cret").find("s3cret"),
        std::string::npos
    );
}

TEST(Receiver, stands_on_a_private_network_by_its_very_address) {
    for (auto const* inside : {"127.0.0.1",       "10.1.2.3",        "172.16.0.1",   "172.31.255.255",
                               "192.168.1.1",     "169.254.169.254", "100.64.0.1",   "0.0.0.0",
                               "224.0.0.1",       "255.255.255.255", "::1",          "::",
                               "fe80::1",         "fc00::1",         "fd12::1",      "ff02::1",
                               "::ffff:10.0.0.1", "64:ff9b::a00:1",  "2002:a00:1::", "::127.0.0.1"})
        EXPECT_TRUE(is_private(address(inside))) << inside;
    for (auto const* outside :
         {"1.1.1.1",
          "172.15.0.1",
          "172.32.0.1",
          "192.167.1.1",
          "9.255.255.255",
          "11.0.0.0",
          "223.255.255.255",
          "2606:4700::1111",
          "2a00:1450::1"})
        EXPECT_FALSE(is_private(address(outside))) << outside;
}

}  // namespace
}  // namespace safeguarding
