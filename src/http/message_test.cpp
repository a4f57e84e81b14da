#include "http/message.hpp"

#include <gtest/gtest.h>

#include "http/router.hpp"

namespace {

using http::Pattern;
using http::Segments;

std::string header(http::Response const& response, std::string_view name) {
    for (auto const& [entry, value] : response.headers)
        if (entry == name) return value;
    return {};
}

}  // namespace

TEST(Requests, headers_cookies_and_segments_are_found_by_name) {
    http::Request request;
    request.headers = {{"host", "withy"}, {"cookie", "a=1; session=abc"}};
    request.segments = {{"pupil", "not an id"}};
    EXPECT_EQ(request.header("host"), "withy");
    EXPECT_EQ(request.header("accept"), "");
    EXPECT_EQ(request.cookie("session"), "abc");
    EXPECT_EQ(request.segment("pupil"), "not an id");
    EXPECT_FALSE(request.id<Id<struct PupilTag>>("pupil"));
    EXPECT_FALSE(request.id<Id<struct PupilTag>>("school"));
}

TEST(Responses, pages_say_that_they_are_utf_8) {
    EXPECT_EQ(http::page("<p>").status, 200);
    EXPECT_EQ(header(http::page("<p>"), "Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(http::form_again("<p>").status, 422);
    EXPECT_EQ(http::not_found().status, 404);
}

TEST(Responses, no_location_can_break_out_of_its_header) {
    auto const response = http::see_other("/pupils?find=o b\r\nSet-Cookie: a=bë");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(header(response, "Location"), "/pupils?find=o%20b%0D%0ASet-Cookie:%20a=b%C3%AB");
}

TEST(Responses, a_file_is_saved_under_its_name) {
    auto const response = http::file("a,b", "text/csv", "Zoë \"1\".csv");
    EXPECT_EQ(response.body, "a,b");
    EXPECT_EQ(header(response, "Content-Type"), "text/csv");
    EXPECT_EQ(
        header(response, "Content-Disposition"),
        "attachment; filename=\"Zo__ _1_.csv\"; filename*=UTF-8''Zo%C3%AB%20%221%22.csv"
    );
}

TEST(Cookies, are_kept_from_scripts_and_other_sites) {
    http::Cookie cookie{.name = "session", .value = "abc", .seconds_to_live = {}};
    EXPECT_EQ(cookie.header(), "session=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
    cookie.secure = false;
    cookie.seconds_to_live = 0;
    EXPECT_EQ(cookie.header(), "session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    cookie.value = "a;b\r\nc";
    EXPECT_TRUE(cookie.header().starts_with("session=abc; Path"));
}

TEST(Patterns, places_take_one_segment_that_is_not_empty) {
    Pattern const pattern("/pupils/{pupil}/concerns/{concern}");
    EXPECT_EQ(pattern.match("/pupils/7/concerns/8"), (Segments{{"pupil", "7"}, {"concern", "8"}}));
    for (auto const path :
         {"",
          "/",
          "/pupils/7/concerns",
          "/pupils/7/concerns/",
          "/pupils//concerns/8",
          "/pupils/7/concerns/8/",
          "/pupils/7/8/concerns/9",
          "/Pupils/7/concerns/8",
          "pupils/7/concerns/8",
          "//pupils/7/concerns/8"})
        EXPECT_FALSE(pattern.match(path)) << path;
}

TEST(Patterns, a_path_without_places_fits_only_itself) {
    EXPECT_EQ(Pattern("/").match("/"), Segments{});
    EXPECT_FALSE(Pattern("/").match(""));
    EXPECT_FALSE(Pattern("/").match("//"));
    EXPECT_FALSE(Pattern("/").match("/a"));
    EXPECT_EQ(Pattern("/today").match("/today"), Segments{});
    EXPECT_FALSE(Pattern("/today").match("/{today}"));
    EXPECT_FALSE(Pattern("/today").match("/today/"));
}
