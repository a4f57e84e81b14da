#include "app/cookies.hpp"

#include <gtest/gtest.h>

namespace app {
namespace {

std::string sent_as(http::Cookie const& cookie) {
    http::Response response;
    response.with("Set-Cookie", cookie.header());
    add_cookie_prefixes(response);
    return response.headers.at(0).second;
}

std::string taken_as(std::string const& header) {
    http::Request request;
    request.headers = {{"host", "withy"}, {"cookie", header}};
    take_cookie_prefixes(request);
    return request.headers.at(1).second;
}

TEST(Cookies, are_of_this_host_alone_or_of_one_path_over_https) {
    EXPECT_TRUE(sent_as({.name = "withy", .value = "a"}).starts_with("__Host-withy=a; Path=/; "));
    EXPECT_TRUE(sent_as({.name = "letter", .value = "a", .path = "/letters/b"})
                    .starts_with("__Secure-letter=a; Path=/letters/b; "));
}

TEST(Cookies, what_scripts_read_keeps_its_name) {
    http::Response response;
    response.with("Set-Cookie", "withy-saved=1; Path=/; SameSite=Lax; Secure");
    add_cookie_prefixes(response);
    EXPECT_EQ(response.headers.at(0).second, "withy-saved=1; Path=/; SameSite=Lax; Secure");
}

TEST(Cookies, come_back_without_their_prefix_and_others_not_at_all) {
    EXPECT_EQ(taken_as("__Host-withy=a; __Secure-letter=b"), "withy=a; letter=b");
    EXPECT_EQ(taken_as("withy=tossed; __Host-withy=a"), "withy=a") << "set by another site of the domain";
    EXPECT_EQ(taken_as("withy=tossed"), "");
    EXPECT_EQ(taken_as("a=\"__Host-withy=x\";\t__Host-b=2;;"), "b=2");
    EXPECT_EQ(taken_as(""), "");
}

}  // namespace
}  // namespace app
