#include "http/parse.hpp"

#include <gtest/gtest.h>

namespace {

using http::Malformed;

using Entries = std::vector<std::pair<std::string, std::string>>;

Entries read(std::string_view body) { return http::parse_form(body).value().entries(); }

Malformed fault_of_form(std::string_view body) { return http::parse_form(body).error(); }

}  // namespace

TEST(Percent, escapes_are_decoded_and_broken_ones_refused) {
    EXPECT_EQ(http::percent_decoded("a%20b%C3%ab+c", false), "a bë+c");
    EXPECT_EQ(http::percent_decoded("a+b%2B", true), "a b+");
    for (auto const text : {"%", "%4", "%4g", "%g4", "a%", "%%41", "%-1", "% 1", "%0x"})
        EXPECT_EQ(http::percent_decoded(text, false).error(), Malformed::percent_encoding) << text;
    EXPECT_EQ(http::percent_encoded("a b/ë~"), "a%20b%2F%C3%AB~");
}

TEST(Form, names_and_values_keep_their_order_and_may_recur) {
    EXPECT_EQ(
        read("day=mon&day=tue&seen=he+hid%21"), (Entries{{"day", "mon"}, {"day", "tue"}, {"seen", "he hid!"}})
    );
    EXPECT_EQ(read("&&a=&b&=c&"), (Entries{{"a", ""}, {"b", ""}, {"", "c"}}));
    EXPECT_EQ(read("a=b=c"), (Entries{{"a", "b=c"}}));
    EXPECT_EQ(read(""), Entries{});
}

TEST(Form, every_kind_of_line_end_becomes_one) {
    EXPECT_EQ(read("t=a%0D%0Ab%0Dc%0Ad%0D%0D%0A%09"), (Entries{{"t", "a\nb\nc\nd\n\n\t"}}));
}

TEST(Form, what_is_not_text_is_refused) {
    for (auto const body :
         {"a=%00",
          "a=%07",
          "a=%1B",
          "a=%7F",
          "a=%C2%9B",
          "a=%FF",
          "a=%C3",
          "a=%C0%AF",
          "a=%ED%A0%80",
          "%FF=a",
          "%00"})
        EXPECT_EQ(fault_of_form(body), Malformed::encoding) << body;
    EXPECT_EQ(fault_of_form("a=%"), Malformed::percent_encoding);
}

TEST(Form, limits_hold_to_the_byte) {
    http::FormLimits const limits{.fields = 2, .field_bytes = 3};
    EXPECT_TRUE(http::parse_form("a=abc&b=%C3%ABc", limits));
    EXPECT_EQ(http::parse_form("a=abcd", limits).error(), Malformed::too_long);
    EXPECT_EQ(http::parse_form("abcd=a", limits).error(), Malformed::too_long);
    EXPECT_EQ(http::parse_form("a&b&c", limits).error(), Malformed::too_many_fields);
}

TEST(Cookies, the_value_of_exactly_the_name_is_found) {
    EXPECT_EQ(http::cookie_value("session=abc; theme=\"dark\"; empty=", "session"), "abc");
    EXPECT_EQ(http::cookie_value("session=abc; theme=\"dark\"; empty=", "theme"), "dark");
    EXPECT_EQ(http::cookie_value("session=abc; theme=\"dark\"; empty=", "empty"), "");
    EXPECT_EQ(http::cookie_value("xsession=no;session = yes ;session=later", "session"), "yes");
    EXPECT_EQ(http::cookie_value("a=b=c", "a"), "b=c");
    EXPECT_EQ(http::cookie_value("Session=abc", "session"), "");
    EXPECT_EQ(http::cookie_value(";;;=x; session", "session"), "");
    EXPECT_EQ(http::cookie_value("=x", ""), "");
}

TEST(Targets, the_path_and_the_query_are_decoded) {
    auto const target = http::parse_target("/pupils/Zo%C3%AB+1?find=o+brien&page=2?").value();
    EXPECT_EQ(target.path, "/pupils/Zoë+1");
    EXPECT_EQ(target.query.entries(), (Entries{{"find", "o brien"}, {"page", "2?"}}));
    EXPECT_EQ(http::parse_target("/").value().path, "/");
    EXPECT_EQ(http::parse_target("/a/.../..b").value().path, "/a/.../..b");
}

TEST(Targets, nothing_climbs_out_of_the_path) {
    for (auto const target :
         {"",        "*",       "pupils", "http://example.org/", "?a=b",  "/..",    "/../etc",
          "/a/../b", "/a/.",    "/./a",   "/%2e%2e/a",           "/.%2E", "/a%2Fb", "/a%2f..%2fb",
          "/a\\b",   "/a%5C..", "/a%00",  "/a%0D%0Ab",           "/a%09", "/%7F"})
        EXPECT_EQ(http::parse_target(target).error(), Malformed::target) << target;
    EXPECT_EQ(http::parse_target("/%FF").error(), Malformed::encoding);
    EXPECT_EQ(http::parse_target("/%").error(), Malformed::percent_encoding);
    EXPECT_EQ(http::parse_target("/?%").error(), Malformed::percent_encoding);
}

TEST(Faults, each_is_worded_for_the_person_who_sent_it) {
    for (auto const fault :
         {Malformed::percent_encoding,
          Malformed::encoding,
          Malformed::too_many_fields,
          Malformed::too_long,
          Malformed::multipart,
          Malformed::target})
        EXPECT_FALSE(http::in_words(fault).empty());
}
