// Every form of the product, saved: sent twice it changes things once, and what it changes stands in the log.
#include <algorithm>
#include <array>

#include "journeys/busy_school.hpp"
#include "journeys/filling.hpp"
#include "support/contents.hpp"

namespace journeys {
namespace {

using Reasons = std::map<std::string_view, std::string_view>;

// Saved elsewhere: what these ask for stands on no page of the school.
Reasons const not_saved_here{
    {"/sign-in", "the school's people have no passwords; SignIn"},
    {"/sign-in/school", "nobody works at two schools"},
    {"/sign-out", "changes who is signed in where, which is no part of a school's log; SignIn"},
    {"/sign-ins/end-all", "the same"},
    {"/sign-ins/app", "begins what a code of the app confirms; WaysIn"},
    {"/lock", "the same; Lock"},
    {"/locked", "the same"},
    {"/password", "the school's people have no passwords"},
    {"/school/imports", "takes a file, which is sent twice below"},
    {"/classes/{class}/measures/file", "takes a file, and saves nothing of it; FileOfScores"},
    {"/school/instruments", "takes a file; Assessing"},
    {"/cases/{case}/moving/{pack}/sending", "shows its code once, on the page that answers it; Moving"},
    {"/consent/{token}/confirmation", "asks for a day that only the parent knows"},
    {"/pupils/{pupil}/merging/{other}", "takes away a child whom other forms are about; MergingRecords"},
    {"/retention/periods", "asks for other years than stand, with a reason; Erasing"},
    {"/school/people/{person}/invitation", "shows its link once, on the page that answers it"},
};

Reasons const not_logged{
    {"/classes/{class}/measures", "sent as it stands, since its words are no scores; Measuring"},
    {"/school/instrument-frames/{frame}", "is loaded already, and the same again changes nothing"},
    {"/school/imports/{import}/columns", "what is chosen on the way stands in the entry of its end"},
    {"/school/imports/{import}/matches", "the same"},
};

std::string location(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "Location") return value;
    return {};
}

// Each of these takes away what others below need.
constexpr std::array<std::string_view, 7> first_of_all{
    "/cases/{case}/consent/noting",
    "/data-requests/{request}/signature",
    "/places/{place}/targets/{target}/end",
    "/cases/{case}/waiting",
    "/concerns/{concern}/not-now",
    "/programmes/{programme}/removal",
    "/sessions/{session}/absence/undoing"};
constexpr std::array<std::string_view, 20> last_of_all{
    "/insight/{year}",
    "/cases/{case}/next-step",
    "/cases/{case}/steps/{step}/undoing",
    "/sessions/{session}/delivery/undoing",
    "/places/{place}/end",
    "/programmes/{programme}/completion",
    "/cases/{case}/closing/undoing",
    "/cases/{case}/closing",
    "/school/imports/{import}/left",
    "/school/second-way",
    "/school/closures",
    "/school/closures/{closure}/removal",
    "/school/terms/{term}",
    "/school/terms/{term}/removal",
    "/school/rooms/{room}/closing",
    "/school/people/{person}/invitation/revocation",
    "/school/people/{person}/training/{training}/correction",
    "/school/people/{person}/training/{training}/taking-back",
    "/school/people/{person}/roles/{role}/end",
    "/school/people/{person}/leaving"};

// All of these routes, in an order in which each form still stands somewhere.
std::vector<std::string_view> in_order(auto const& routes) {
    std::vector<std::string_view> ordered(first_of_all.begin(), first_of_all.end());
    auto const is_placed = [](auto const& places, std::string_view route) {
        return std::ranges::find(places, route) != places.end();
    };
    for (auto const& [route, places] : routes)
        if (!is_placed(first_of_all, route) && !is_placed(last_of_all, route)) ordered.push_back(route);
    ordered.insert(ordered.end(), last_of_all.begin(), last_of_all.end());
    return ordered;
}

// What came of one form when it was saved, and when the same was sent again.
struct Sent {
    bool saved = false;
    std::string refusals;
    bool moved_the_log = false;
    bool led_to_the_same = false;
    bool moved_the_log_again = false;
    std::vector<std::string> tables_changed_again;
};

class EverySave : public testing::Test {
protected:
    // By the path that takes the form.
    static std::map<std::string, Sent> const& all_sent() {
        static auto const all = send_all();
        return all;
    }

    static BusySchool& busy() {
        static BusySchool school;
        return school;
    }
    static std::int64_t logged() {
        constexpr db::Sql sql = "SELECT count(*) FROM record WHERE school_id = $1";
        return busy().stands<std::int64_t>(sql, busy().school.school);
    }
    // Where there is no such look into PostgreSQL, the log alone is compared.
    static std::map<std::string, std::string> contents() {
        if (support::engine_under_test() != db::Engine::sqlite) return {};
        return support::contents_of(busy().database.url().substr(std::string_view("sqlite:").size()));
    }

private:
    using Places = std::vector<Found>;
    static constexpr std::size_t most_places = 16;

    // Where each form stands: what is refused for one child may be saved for another.
    static std::map<std::string, Places> places_of_forms() {
        std::map<std::string, Places> places;
        for (auto const& [route, found] : busy().forms()) places[route].push_back(found);
        busy().open_every_page([&](Route const&, Person const& person, Browser& browser) {
            for (auto const& form : browser.forms()) {
                if (form.method != "post") continue;
                auto& known = places[busy().route_taking(form.action)];
                bool const is_known = std::ranges::any_of(known, [&](auto const& found) {
                    return found.form.action == form.action && found.person == &person;
                });
                if (!is_known && known.size() < most_places) known.push_back({&person, browser.path(), form});
            }
        });
        return places;
    }

    static std::map<std::string, Sent> send_all() {
        auto const places = places_of_forms();
        std::map<std::string, Sent> all;
        for (auto const route : in_order(places)) {
            auto const stands_at = places.find(std::string(route));
            if (stands_at != places.end() && !not_saved_here.contains(route))
                all[stands_at->first] = send_one_of(stands_at->second);
        }
        return all;
    }

    static Sent send_one_of(Places const& places) {
        Sent sent;
        for (auto const& found : places) {
            sent = send_twice(found, std::move(sent.refusals));
            if (sent.saved) break;
        }
        return sent;
    }

    static Sent send_twice(Found const& found, std::string refusals) {
        auto browser = busy().browser_of(found);
        browser.open(found.page);
        auto const today = calendar::local_date(Instant{busy().now.load()});
        for (auto const& form : browser.forms()) {
            if (form.action != found.form.action) continue;
            for (auto const& fields : ways_to_fill(form, today)) {
                auto const before = logged();
                auto const first = browser.post_exactly(form.action, fields);
                if (first.status == 303) return sent_again(browser, form, fields, first, logged() > before);
                refusals = "is answered with " + std::to_string(first.status) + ": " + words_in(first.body);
            }
        }
        return {.refusals = std::move(refusals)};
    }

    static Sent sent_again(
        Browser& browser,
        Form const& form,
        Fields const& fields,
        http::Response const& first,
        bool moved_the_log
    ) {
        Sent sent{.saved = true, .moved_the_log = moved_the_log};
        auto const in_log = logged();
        auto const held = contents();
        auto const second = browser.post_exactly(form.action, fields);
        sent.led_to_the_same = second.status == 303 && location(second) == location(first);
        sent.moved_the_log_again = logged() > in_log;
        for (auto const& [table, rows] : contents())
            if (rows != held.at(table)) sent.tables_changed_again.push_back(table);
        return sent;
    }
};

TEST_F(EverySave, is_reached_for_every_form_but_a_few) {
    for (auto const& [route, sent] : all_sent()) EXPECT_TRUE(sent.saved) << route << ' ' << sent.refusals;
    EXPECT_GT(all_sent().size(), 80U);
}

TEST_F(EverySave, that_is_sent_twice_changes_things_once) {
    for (auto const& [route, sent] : all_sent()) {
        if (!sent.saved) continue;
        EXPECT_TRUE(sent.led_to_the_same) << route;
        EXPECT_FALSE(sent.moved_the_log_again) << route;
        EXPECT_EQ(sent.tables_changed_again, std::vector<std::string>{}) << route;
    }
}

TEST_F(EverySave, stands_in_the_log) {
    for (auto const& [route, sent] : all_sent()) {
        if (!sent.saved) continue;
        EXPECT_EQ(sent.moved_the_log, !not_logged.contains(route)) << route;
    }
}

TEST_F(EverySave, of_a_file_that_is_sent_twice_begins_one_import) {
    auto const upload = [](Browser browser) {
        browser.upload("/school/imports", "file", "Forename,Surname,Date of birth\nTwice,Sent,14/03/2017\n");
        return browser.path();
    };
    Browser browser(busy().product());
    browser.keep_cookie(busy().school.administrator.token);
    browser.open("/school/imports");
    constexpr db::Sql imports = "SELECT count(*) FROM import WHERE school_id = $1";
    auto const before = busy().stands<std::int64_t>(imports, busy().school.school);
    EXPECT_EQ(upload(browser), upload(browser));
    EXPECT_EQ(busy().stands<std::int64_t>(imports, busy().school.school), before + 1);
}

}  // namespace
}  // namespace journeys
