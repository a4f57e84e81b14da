#include "app/route_table.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

#include "readings/page_names.hpp"
#include "support/golden.hpp"

namespace app {
namespace {

std::string marks(Permission needs) {
    std::string cells;
    for (auto const role : all_of<Role>()) cells += visits::allows(role, needs) ? " yes |" : " |";
    return cells;
}

// Reviewed like code: a route that opens to a role shows up as a changed line here.
TEST(RouteTable, every_route_stands_with_its_roles_in_the_golden_file) {
    std::string text =
        "# Who may ask for what\n\n"
        "Generated from the routes by a test. A *yes* lets the role ask; whether they may see a particular "
        "child is "
        "decided by need to know. Where it says *proof*, whoever asks has shown within ten minutes who they "
        "are. What `anyone` may ask is public, or opened by a link whose token is the "
        "key. `see_county` is of no role: whoever works in the county's team has it, and nobody else.\n\n"
        "| method | path | needs |";
    for (auto const role : all_of<Role>()) text += fmt::format(" {} |", in_words(role));
    text += "\n|---|---|---|";
    for ([[maybe_unused]] auto const role : all_of<Role>()) text += "---|";
    text += '\n';
    for (auto const& route : all_routes())
        text += fmt::format(
            "| {} | `{}` | {}{} |{}\n",
            route.method,
            route.path,
            word(route.needs),
            route.fresh ? ", proof" : "",
            marks(route.needs)
        );
    text += "\nWho works here and holds no role today may ask for these alone, beside what is public:";
    for (auto const& route : all_routes())
        if (open_without_a_role(route)) text += fmt::format("\n- {} `{}`", route.method, route.path);
    text += '\n';
    support::expect_golden("docs/routes.md", text);
}

TEST(RouteTable, no_method_and_path_stands_twice) {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (auto const& route : all_routes())
        EXPECT_TRUE(seen.emplace(route.method, route.path).second) << route.method << ' ' << route.path;
}

TEST(RouteTable, only_the_named_public_paths_are_open_to_anyone) {
    std::set<std::string_view> const open{
        "/healthz",
        "/accessibility",
        "/privacy",
        "/privacy/children",
        "/help",
        "/sign-in",
        "/sign-out",
        "/lock",
        "/locked",
        "/passkey-challenges",
        "/set-up",
        "/invitations/{token}",
        "/consent/{token}",
        "/moving/{token}",
        "/demonstration",
        "/consent/{token}/answer",
        "/consent/{token}/confirmation"};
    for (auto const& route : all_routes()) {
        if (route.needs != Permission::anyone) continue;
        auto const is_named = std::ranges::any_of(open, [&](auto const path) {
            return route.path == path || route.path.starts_with(std::string(path) + "/");
        });
        EXPECT_TRUE(is_named) << route.method << ' ' << route.path;
    }
}

TEST(RouteTable, what_reads_is_a_get_and_what_changes_is_a_post) {
    for (auto const& route : all_routes())
        EXPECT_TRUE(route.method == "GET" || route.method == "POST") << route.path;
}

// A GET that writes could be sent by any page elsewhere; this one changes nothing without what its own
// browser carries sealed.
TEST(RouteTable, the_one_get_that_writes_is_where_a_provider_leads_back_to) {
    std::vector<std::string_view> writing;
    for (auto const& route : all_routes()) {
        if (route.writes) writing.push_back(route.path);
        EXPECT_TRUE(!route.calls_out || route.path.find("openid") != std::string_view::npos) << route.path;
    }
    EXPECT_EQ(writing, std::vector<std::string_view>{"/sign-in/openid"});
}

// What moves where a parent's link goes, what everybody's letters and days rest on, and what opens or closes
// a child to somebody.
TEST(RouteTable, what_administers_a_school_or_a_child_s_reach_asks_who_is_here) {
    constexpr std::array<std::string_view, 20> asking{
        "/school/imports/{import}/done",
        "/pupils/{pupil}/contacts",
        "/pupils/{pupil}/contacts/{contact}",
        "/pupils/{pupil}/contacts/{contact}/work",
        "/school/letter",
        "/school/policy",
        "/school/policy/{version}/review",
        "/school/terms",
        "/school/terms/forward",
        "/school/terms/impact-weeks",
        "/school/terms/{term}",
        "/school/terms/{term}/removal",
        "/school/closures",
        "/school/closures/{closure}/removal",
        "/school/people/{person}/training",
        "/school/second-way",
        "/pupils/{pupil}/retention/holds",
        "/retention/holds/{hold}/ending",
        "/cases/{case}/sharing/objections",
        "/cases/{case}/sharing/shares"};
    auto const routes = all_routes();
    for (auto const path : asking) {
        auto const route = std::ranges::find_if(routes, [&](Route const& one) {
            return one.method == "POST" && one.path == path;
        });
        ASSERT_NE(route, routes.end()) << path;
        EXPECT_TRUE(route->fresh) << path;
    }
    for (auto const& route : routes) {
        bool const is_of_training = route.path.starts_with("/school/people/{person}/training");
        EXPECT_TRUE(!is_of_training || route.method == "GET" || route.fresh) << route.path;
    }
}

// The page that asks who is here carries what was typed along, and no file.
TEST(RouteTable, no_file_is_sent_to_what_asks_for_a_fresh_proof) {
    for (auto const& route : all_routes())
        EXPECT_FALSE(route.fresh && route.body_bytes > visits::form_bytes) << route.path;
}

// What is open to anyone notes no read and refuses nobody, and their own account tells somebody of no child.
// Everything else is a page or form of which it is shown who looked, or who was refused.
Routes shown_where_it_says_who_looked() {
    constexpr std::array<std::string_view, 3> own_account{"/password", "/prove", "/sign-ins"};
    auto routes = all_routes();
    std::erase_if(routes, [&](Route const& route) {
        return route.needs == Permission::anyone || std::ranges::any_of(own_account, [&](auto const path) {
                   return route.path == path || route.path.starts_with(std::string(path) + "/");
               });
    });
    return routes;
}

std::string as_the_log_has_it(Route const& route) {
    return std::string(route.method) + ' ' + std::string(route.path);
}

TEST(RouteTable, everything_that_somebody_reads_or_is_refused_has_words_that_say_which_page_it_was) {
    auto const routes = shown_where_it_says_who_looked();
    EXPECT_GT(routes.size(), 200U);
    for (auto const& route : routes) {
        auto const page = as_the_log_has_it(route);
        EXPECT_TRUE(readings::has_words(page)) << page << ": add it to readings/page_names.cpp";
    }
}

TEST(RouteTable, no_two_pages_are_called_the_same_where_it_says_who_looked) {
    std::set<std::string> called;
    for (auto const& route : shown_where_it_says_who_looked()) {
        auto const page = as_the_log_has_it(route);
        auto const words = readings::page_in_words(page);
        EXPECT_TRUE(called.insert(words).second) << page << ": " << words;
    }
}

// docs/need-to-know.md says so, since that everything asks who may know is tried on pages alone.
TEST(RouteTable, there_is_no_api_no_calendar_and_no_csv_but_of_figures_that_tell_of_no_child) {
    for (auto const& route : all_routes()) {
        if (route.path == "/insight/{year}/outcomes.csv" || route.path == "/county/outcomes.csv") continue;
        EXPECT_FALSE(route.path.starts_with("/api")) << route.path;
        for (std::string_view const kind : {".csv", ".ics", ".xlsx", ".xml"})
            EXPECT_FALSE(route.path.ends_with(kind)) << route.path;
    }
}

// Every path with its places filled finds its own route, whatever stands beside it.
TEST(RouteTable, every_route_is_found_by_its_own_path) {
    RouteTable const table(all_routes());
    for (auto const& route : table.routes()) {
        std::string path;
        bool inside = false;
        for (char const c : route.path) {
            if (c == '{') {
                inside = true;
                path += "0190b6e0-0000-7000-8000-00000000000a";
            } else if (c == '}') {
                inside = false;
            } else if (!inside) {
                path += c;
            }
        }
        auto const found = table.find(route.method, path);
        ASSERT_NE(found.route, nullptr) << path;
        EXPECT_EQ(found.route->path, route.path);
    }
}

}  // namespace
}  // namespace app
