#include <gtest/gtest.h>

#include <algorithm>

#include "app/application.hpp"
#include "support/small_school.hpp"

// What stands around every form, whichever room it is in.
namespace app {
namespace {

struct Wall : testing::Test {
    support::TestDatabase database;
    support::SmallSchool school{database};
    Instant now = school.now + 1 * minutes;
    Application application{
        database.database(), {.secure_cookies = false, .public_address = "http://withy.test"}, [this] {
            return now;
        }};

    std::vector<support::Person const*> people{
        &school.senco,
        &school.nurture_assistant,
        &school.teacher_of_4b,
        &school.support_staff,
        &school.headteacher,
        &school.safeguarding_lead,
        &school.administrator,
        &school.governor};

    // A path that the route takes: what it names is nowhere, which no guard may depend on.
    static std::string path_of(Route const& route) {
        std::string path;
        bool inside = false;
        for (char const c : route.path) {
            if (c == '{') path += "0190b6e0-0000-7000-8000-00000000000a";
            inside = c == '{' || (inside && c != '}');
            if (!inside && c != '}') path += c;
        }
        return path;
    }
};

bool holds(http::Response const& response, std::string_view words) {
    return response.body.find(words) != std::string::npos;
}

TEST_F(Wall, no_form_of_anybody_signed_in_is_taken_without_its_guard) {
    int forms = 0;
    for (auto const& route : all_routes()) {
        if (route.method == "GET") continue;
        ++forms;
        bool was_stopped = false;
        for (auto const* const person : people) {
            auto request = school.post(*person, path_of(route), Fields{});
            request.body = "csrf=wrong";
            auto const response = application.handle(request);
            bool const stopped = holds(response, "Nothing is lost, but this page had waited too long");
            EXPECT_TRUE(stopped || response.status == 404) << route.path << ' ' << response.status;
            was_stopped = was_stopped || stopped;
        }
        EXPECT_TRUE(was_stopped) << route.path << " was not tried by anybody who may send it";
    }
    EXPECT_GT(forms, 50);
}

TEST_F(Wall, no_form_is_taken_from_another_site) {
    for (auto const& route : all_routes()) {
        if (route.method == "GET") continue;
        auto request = school.post(school.senco, path_of(route), Fields{});
        auto const told = std::ranges::find(
            request.headers, std::string("sec-fetch-site"), [](auto const& header) { return header.first; }
        );
        ASSERT_NE(told, request.headers.end());
        for (auto const& from : std::vector<std::pair<std::string, std::string>>{
                 {"sec-fetch-site", "cross-site"},
                 {"sec-fetch-site", "same-site"},
                 {"origin", "https://elsewhere.example"},
                 {"origin", "null"}}) {
            *told = from;
            EXPECT_EQ(application.handle(request).status, 403) << route.path << ' ' << from.second;
        }
    }
}

// Where a page holds a script or a style that the policy would not let run, or empty.
std::string inline_part_of(std::string const& page) {
    for (std::string_view const part :
         {" style=", "<style", "javascript:", " onclick=", " onload=", " onerror="})
        if (auto const at = page.find(part); at != page.npos) return page.substr(at, 80);
    for (auto at = page.find("<script"); at != page.npos; at = page.find("<script", at + 1))
        if (!std::string_view(page).substr(at).starts_with("<script src=\"/assets/"))
            return page.substr(at, 80);
    return {};
}

TEST_F(Wall, no_page_holds_a_script_or_a_style_of_its_own) {
    int pages = 0;
    for (auto const& route : all_routes()) {
        if (route.method != "GET" || route.path.find('{') != route.path.npos) continue;
        for (auto const* const person : people) {
            auto const response = application.handle(school.get(*person, route.path));
            pages += response.status == 200 ? 1 : 0;
            EXPECT_EQ(inline_part_of(response.body), "") << route.path;
        }
    }
    EXPECT_GT(pages, 100);
}

}  // namespace
}  // namespace app
