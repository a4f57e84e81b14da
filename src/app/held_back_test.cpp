#include "app/held_back.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "app/pipeline.hpp"
#include "app/route_table.hpp"
#include "base/json.hpp"
#include "child_keys/about.hpp"
#include "messages/sheet.hpp"
#include "need_to_know/actions.hpp"
#include "support/small_school.hpp"

// A handler that asks nobody has no words about a child, and what it makes of them does not leave.
namespace app {
namespace {

using http::Request;
using http::Response;

constexpr SchoolId school{1};

PupilId sam(Visit const& visit) {
    constexpr db::Sql sql = "SELECT id FROM pupil WHERE school_id = $1 AND legal_forename = 'Sam'";
    return visit.db.the<PupilId>(sql, school);
}

// As a column would hold them.
std::string words_about_sam(Visit const& visit) {
    constexpr db::Sql read = "SELECT CAST($1 AS TEXT)";
    auto const about = child_keys::about_child(visit.db, school, sam(visit).text());
    return visit.db.the<std::string>(read, about("Alone"));
}

Response tell_without_asking(Visit& visit, Request const&) { return http::page(words_about_sam(visit)); }

Response tell_whoever_may_know(Visit& visit, Request const& request) {
    auto const words = words_about_sam(visit);
    if (!need_to_know::see(visit, request.id<PupilId>("pupil"))) return http::not_found();
    return http::page(visit.db.opened(words));
}

Response write_as_json(Visit& visit, Request const&) {
    return http::page(json::quoted(words_about_sam(visit)));
}

Response draw_on_a_sheet(Visit& visit, Request const&) {
    messages::Sheet sheet({.title = "A letter", .language = "en-GB", .margin = 60, .footer_size = 9});
    sheet.text({.tag = "P", .text = words_about_sam(visit), .size = 11});
    return http::page(sheet.finished());
}

std::optional<Response> answer_early(Visit& visit, Request&) { return http::page(words_about_sam(visit)); }

Response show_a_form_again(Visit& visit, Request const&) {
    return visit.form_again({.title = words_about_sam(visit)});
}

Response save_what_was_not_opened(Visit& visit, Request const&) {
    child_keys::about_child(visit.db, school, sam(visit).text())(words_about_sam(visit));
    return http::see_other("/saved");
}

Response ask_whether_there_are_any(Visit& visit, Request const&) {
    return http::page(words_about_sam(visit).empty() ? "none" : "some");
}

Response show_a_face(Visit&, Request const&) { return http::page("A smile"); }

Response show_a_face_to_whoever_may_know(Visit& visit, Request const&) {
    need_to_know::see(visit, sam(visit));
    return http::page("A smile");
}

class HeldBack : public testing::Test {
protected:
    Response opens(std::string const& path) { return answer_to(school_.get(*person_, path)); }
    Response sends(std::string const& path) { return answer_to(school_.post(*person_, path, Fields{})); }

    void is_prepared(std::string const& path) { prepared(school_.post(*person_, path, Fields{})); }

    std::string path_of(support::Child const& child) const { return "/told/" + std::string(child.id.text()); }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    support::Person const* person_ = &school_.senco;

private:
    std::optional<Answered> prepared(http::Request const& plain) {
        auto arrived = received(table_, plain);
        return prepare(database_.connection(), settings_, arrived.value(), school_.now);
    }
    Response answer_to(http::Request const& plain) {
        auto arrived = received(table_, plain);
        auto& db = database_.connection();
        db::Transaction const transaction(db, db::Mode::write);
        return answer(db, settings_, arrived.value(), school_.now);
    }

    RouteTable table_{{
        {"GET", "/told", Permission::signed_in, tell_without_asking},
        {"GET", "/told/{pupil}", Permission::signed_in, tell_whoever_may_know},
        {"POST", "/shown", Permission::signed_in, show_a_form_again},
        {"POST", "/saved", Permission::signed_in, save_what_was_not_opened},
        {"GET", "/written", Permission::signed_in, write_as_json},
        {"GET", "/drawn", Permission::signed_in, draw_on_a_sheet},
        {.method = "POST",
         .path = "/prepared",
         .needs = Permission::signed_in,
         .handle = show_a_form_again,
         .prepare = answer_early},
        {"GET", "/asked", Permission::signed_in, ask_whether_there_are_any},
        {"GET", "/cases/{case}/face", Permission::signed_in, show_a_face},
        {"GET", "/cases/{case}/seen", Permission::signed_in, show_a_face_to_whoever_may_know},
    }};
    Settings settings_{.secure_cookies = false};
};

TEST_F(HeldBack, is_an_answer_with_words_about_a_child_of_whom_nothing_was_decided) {
    EXPECT_THROW(opens("/told"), std::logic_error);
    EXPECT_THROW(sends("/shown"), std::logic_error);
}

TEST_F(HeldBack, is_an_answer_that_would_hide_such_words_in_json_or_on_paper) {
    EXPECT_THROW(opens("/written"), std::logic_error);
    EXPECT_THROW(opens("/drawn"), std::logic_error);
}

TEST_F(HeldBack, is_one_that_is_given_before_the_form_is_handled) {
    EXPECT_THROW(is_prepared("/prepared"), std::logic_error);
}

TEST_F(HeldBack, is_one_that_decided_about_another_child) {
    EXPECT_THROW(opens(path_of(school_.tom)), std::logic_error);
}

TEST_F(HeldBack, lets_words_pass_to_whoever_may_know) {
    EXPECT_EQ(opens(path_of(school_.sam)).body, "Alone");
    person_ = &school_.governor;
    EXPECT_EQ(opens(path_of(school_.sam)).status, 404);
}

TEST_F(HeldBack, is_a_save_of_words_that_were_not_opened) { EXPECT_THROW(sends("/saved"), db::Broken); }

TEST_F(HeldBack, lets_it_pass_whether_there_are_words) { EXPECT_EQ(opens("/asked").body, "some"); }

TEST_F(HeldBack, is_a_page_of_a_case_that_decided_nothing_whatever_it_tells) {
    EXPECT_THROW(opens("/cases/one/face"), std::logic_error);
    EXPECT_EQ(opens("/cases/one/seen").body, "A smile");
}

// Each is sorted here, so that a new one is not left out unseen.
TEST(NamesInAddresses, stand_for_something_of_one_childs_case_or_are_known_not_to) {
    std::set<std::string_view> const of_no_case{
        // a child, of whom an administrator sees the roll alone, or several children
        "{pupil}",
        "{other}",
        "{class}",
        "{programme}",
        "{session}",
        "{import}",
        "{merging}",
        "{erasure}",
        "{hold}",
        "{request}",
        "{line}",
        "{contact}",
        // one's own key to a page, which tells only what is its bearer's
        "{token}",
        // always after {case}
        "{assessment}",
        "{pack}",
        "{share}",
        // a reference without a child's name
        "{pointer}",
        // the staff and the school
        "{act}",
        "{change}",
        "{closure}",
        "{date}",
        "{frame}",
        "{instrument}",
        "{measure}",
        "{passkey}",
        "{person}",
        "{plan}",
        "{provider}",
        "{role}",
        "{room}",
        "{strategy}",
        "{term}",
        "{training}",
        "{version}",
        "{year}"};
    for (auto const& route : all_routes())
        for (auto at = route.path.find('{'); at != route.path.npos; at = route.path.find('{', at + 1)) {
            auto const name = route.path.substr(at, route.path.find('}', at) + 1 - at);
            bool const is_of_a_case = std::ranges::find(of_a_case, name) != of_a_case.end();
            EXPECT_NE(is_of_a_case, of_no_case.contains(name)) << name << " in " << route.path;
        }
}

}  // namespace
}  // namespace app
