#include "app/proxies.hpp"

#include <gtest/gtest.h>

namespace app {
namespace {

using Lines = std::vector<std::string>;

// Whom a request from this address counts for, with these lines of X-Forwarded-For.
std::string counted_for(std::string const& from, Lines const& forwarded, std::string_view trusted) {
    http::Request request;
    request.remote_address = from;
    for (auto const& line : forwarded) request.headers.emplace_back("x-forwarded-for", line);
    return client_address(request, networks_in(trusted).value());
}

TEST(Proxies, without_trusted_ones_the_connection_itself_counts) {
    EXPECT_EQ(counted_for("127.0.0.1", {"203.0.113.7"}, ""), "127.0.0.1");
    EXPECT_EQ(counted_for("198.51.100.1", {}, "127.0.0.1"), "198.51.100.1");
}

TEST(Proxies, a_stranger_who_names_an_address_is_counted_by_their_own) {
    EXPECT_EQ(counted_for("198.51.100.1", {"203.0.113.7"}, "127.0.0.1"), "198.51.100.1");
    EXPECT_EQ(counted_for("198.51.100.1", {"127.0.0.1"}, "127.0.0.1"), "198.51.100.1");
}

TEST(Proxies, of_what_a_trusted_one_forwards_its_own_word_counts_and_no_invention_before_it) {
    EXPECT_EQ(counted_for("127.0.0.1", {"203.0.113.7"}, "127.0.0.1"), "203.0.113.7");
    EXPECT_EQ(counted_for("127.0.0.1", {"10.9.9.9, 203.0.113.7"}, "127.0.0.1"), "203.0.113.7");
    EXPECT_EQ(counted_for("127.0.0.1", {"10.9.9.9", "203.0.113.7"}, "127.0.0.1"), "203.0.113.7");
    EXPECT_EQ(counted_for("127.0.0.1", {"127.0.0.1, 203.0.113.7"}, "127.0.0.1"), "203.0.113.7");
}

TEST(Proxies, in_a_row_are_passed_back_to_whom_the_first_heard) {
    EXPECT_EQ(
        counted_for("127.0.0.1", {"1.2.3.4, 203.0.113.7, 10.0.0.5"}, "127.0.0.1, 10.0.0.0/8"), "203.0.113.7"
    );
    EXPECT_EQ(counted_for("127.0.0.1", {"10.0.0.6, 10.0.0.5"}, "127.0.0.1, 10.0.0.0/8"), "10.0.0.6");
}

TEST(Proxies, what_is_no_address_counts_for_nothing) {
    EXPECT_EQ(counted_for("127.0.0.1", {}, "127.0.0.1"), "127.0.0.1");
    EXPECT_EQ(counted_for("127.0.0.1", {"unknown"}, "127.0.0.1"), "127.0.0.1");
    EXPECT_EQ(counted_for("127.0.0.1", {"203.0.113.7, <script>"}, "127.0.0.1"), "127.0.0.1");
    EXPECT_EQ(counted_for("127.0.0.1", {" , ,"}, "127.0.0.1"), "127.0.0.1");
    EXPECT_EQ(counted_for("127.0.0.1", {"["}, "127.0.0.1"), "127.0.0.1");
}

TEST(Proxies, one_address_has_one_spelling) {
    EXPECT_EQ(counted_for("127.0.0.1", {"203.0.113.7:4711"}, "127.0.0.1"), "203.0.113.7");
    EXPECT_EQ(counted_for("::1", {"[2001:DB8:0:0::7]:4711"}, "::1"), "2001:db8::");
    EXPECT_EQ(counted_for("::ffff:127.0.0.1", {"::ffff:203.0.113.7"}, "127.0.0.1"), "203.0.113.7");
}

TEST(Proxies, a_household_of_ipv6_counts_as_one) {
    EXPECT_EQ(counted_for("2001:db8:1:2:3:4:5:6", {}, ""), counted_for("2001:db8:1:ff::1", {}, ""));
    EXPECT_NE(counted_for("2001:db8:1:2::1", {}, ""), counted_for("2001:db8:1:102::1", {}, ""));
}

TEST(Proxies, are_named_as_addresses_and_networks) {
    EXPECT_TRUE(networks_in("")->empty());
    EXPECT_EQ(networks_in("127.0.0.1, ::1,10.0.0.0/8, fd00::/8")->size(), 4U);
    for (auto const* wrong :
         {"localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::1/129", "10.0.0/8", "1.2.3.4 5"})
        EXPECT_FALSE(networks_in(wrong)) << wrong;
    EXPECT_EQ(counted_for("10.255.0.1", {"203.0.113.7"}, "10.0.0.0/8"), "203.0.113.7");
    EXPECT_EQ(counted_for("11.0.0.1", {"203.0.113.7"}, "10.0.0.0/8"), "11.0.0.1");
    EXPECT_EQ(counted_for("192.168.5.200", {"203.0.113.7"}, "192.168.5.128/25"), "203.0.113.7");
    EXPECT_EQ(counted_for("192.168.5.100", {"203.0.113.7"}, "192.168.5.128/25"), "192.168.5.100");
}

}  // namespace
}  // namespace app
