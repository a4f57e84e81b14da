#include "app/response_headers.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace app {
namespace {

std::string header(http::Response const& response, std::string_view name) {
    auto const found = std::ranges::find(response.headers, name, [](auto const& pair) { return pair.first; });
    return found == response.headers.end() ? std::string() : found->second;
}

http::Response headed(bool secure) { return with_headers(http::page("<p>words"), "", secure); }

TEST(ResponseHeaders, let_no_script_style_or_frame_in_that_is_not_ours) {
    auto const policy = header(headed(true), "Content-Security-Policy");
    EXPECT_TRUE(policy.starts_with("default-src 'none'; ")) << policy;
    for (auto const* const part :
         {"script-src 'self';",
          "style-src 'self';",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "form-action 'self'"})
        EXPECT_NE(policy.find(part), std::string::npos) << part;
    for (auto const* const way_in : {"unsafe", "*", "data:", "http", "blob:"})
        EXPECT_EQ(policy.find(way_in), std::string::npos) << way_in;
}

TEST(ResponseHeaders, keep_people_out_of_caches_and_pages_apart) {
    auto const response = headed(true);
    EXPECT_EQ(header(response, "Cache-Control"), "no-store");
    EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header(response, "Referrer-Policy"), "same-origin");
    EXPECT_EQ(header(response, "Cross-Origin-Opener-Policy"), "same-origin");
    EXPECT_EQ(header(response, "Cross-Origin-Resource-Policy"), "same-origin");
    EXPECT_EQ(header(response, "Cross-Origin-Embedder-Policy"), "require-corp");
    EXPECT_NE(header(response, "Permissions-Policy").find("camera=(), "), std::string::npos);
}

TEST(ResponseHeaders, ask_for_https_for_a_year_where_it_is_spoken) {
    EXPECT_EQ(header(headed(true), "Strict-Transport-Security"), "max-age=31536000; includeSubDomains");
    EXPECT_EQ(header(headed(false), "Strict-Transport-Security"), "");
}

TEST(ResponseHeaders, cookies_are_prefixed_on_https_alone) {
    auto const with_cookie = [](bool secure) {
        auto response = http::page("<p>words");
        response.with("Set-Cookie", http::Cookie{.name = "withy", .value = "a"}.header());
        return header(with_headers(std::move(response), "", secure), "Set-Cookie");
    };
    EXPECT_EQ(with_cookie(true), "__Host-withy=a; Path=/; HttpOnly; SameSite=Lax; Secure");
    EXPECT_EQ(with_cookie(false), "withy=a; Path=/; HttpOnly; SameSite=Lax");
}

}  // namespace
}  // namespace app
