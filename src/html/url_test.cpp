#include "html/url.hpp"

#include <gtest/gtest.h>

namespace {

TEST(Url, a_segment_holds_nothing_that_an_address_gives_a_meaning) {
    EXPECT_EQ(url::encoded("Sam Okafor"), "Sam%20Okafor");
    EXPECT_EQ(url::encoded("a/b?c&d=e#f%g+h"), "a%2Fb%3Fc%26d%3De%23f%25g%2Bh");
    EXPECT_EQ(url::encoded("Ł"), "%C5%81");
    EXPECT_EQ(url::encoded("aZ09-._~"), "aZ09-._~");
    EXPECT_EQ(url::encoded(""), "");
}

TEST(Url, places_within_withy_and_known_schemes_are_safe) {
    for (auto const* address :
         {"/",
          "/pupils/1",
          "/pupils?q=sam#top",
          "#main",
          "?page=2",
          "https://www.example.org/a",
          "mailto:a@b.example",
          "tel:01632960083"})
        EXPECT_TRUE(url::is_safe(address)) << address;
}

TEST(Url, everything_else_is_refused) {
    for (auto const* address :
         {"",
          "javascript:alert(1)",
          "JavaScript:alert(1)",
          " javascript:alert(1)",
          "\tjavascript:alert(1)",
          "java\nscript:alert(1)",
          "data:text/html,x",
          "vbscript:x",
          "//elsewhere.example",
          "/\\elsewhere.example",
          "\\\\elsewhere.example",
          "/\t/elsewhere.example",
          "http://elsewhere.example",
          "pupils",
          "HTTPS://x",
          "a b",
          "/a b",
          "file:///etc/passwd"})
        EXPECT_FALSE(url::is_safe(address)) << address;
}

TEST(Url, a_query_holds_encoded_values_and_leaves_out_the_empty_ones) {
    EXPECT_EQ(
        url::with_query("/pupils", {{"q", "a&b"}, {"class", ""}, {"page", "2"}}), "/pupils?q=a%26b&page=2"
    );
    EXPECT_EQ(url::with_query("/pupils", {}), "/pupils");
}

}  // namespace
