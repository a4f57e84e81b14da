#include "story/undoing_routes.hpp"

#include <gtest/gtest.h>

#include "cases/actions.hpp"
#include "cases/store.hpp"
#include "need_to_know/actions.hpp"
#include "need_to_know/named_test.hpp"
#include "story/undoing_pages.hpp"
#include "support/answered.hpp"
#include "support/small_school.hpp"

namespace story {
namespace {

class UndoingPage : public testing::Test {
protected:
    db::Connection& db() { return database_.connection(); }

    http::Response visit(std::string_view method, std::string const& step, Fields const& fields = {}) {
        auto const path = "/cases/" + std::string(case_.text()) + "/steps/" + step + "/undoing";
        auto request =
            method == "GET" ? school_.get(school_.senco, path) : school_.post(school_.senco, path, fields);
        request.segments = {{"case", std::string(case_.text())}, {"step", step}};
        request.form = fields;
        auto visit = school_.visit(db(), school_.senco);
        for (auto const& route : undoing_routes())
            if (route.method == method) return support::answered(route, visit, request);
        return {};
    }

    static Fields because(std::string reason) {
        Fields fields;
        fields.add("reason", std::move(reason));
        return fields;
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db(), db::Mode::write};
    Visit senco_ = school_.visit(db(), school_.senco);
    CaseId case_ = cases::open_for(senco_, *PupilId::parse(school_.sam.id.text()));
    bool taken_ = cases::take(senco_, case_, cases::Step::concern).has_value() &&
                  cases::take(senco_, case_, cases::Step::referral).has_value();
};

TEST_F(UndoingPage, asks_why_and_says_who_took_the_step) {
    ASSERT_TRUE(taken_);
    auto const page = visit("GET", "referral");
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find(school_.senco.name), std::string::npos);
    EXPECT_NE(page.body.find("Why is it undone?"), std::string::npos);
}

// The completion of a group is undone for one child (programmes): who presses reads for whom it is not.
TEST_F(UndoingPage, of_a_completion_says_for_whom_the_programme_runs_again_and_for_whom_not) {
    need_to_know::Seen const child = *need_to_know::see_case(senco_, case_);
    auto const named = [](std::string const& forename, std::string const& surname) {
        pupils::Pupil pupil;
        pupil.forename = forename;
        pupil.surname = surname;
        return need_to_know::named_to_the_senco(pupil);
    };
    programmes::Touched touched{
        "Friendship group", "Joan Barker", {named("Amira", "Khan"), named("Tom", "Reed")}};
    EXPECT_EQ(
        pages::whom_it_touches(child, touched),
        "“Friendship group” runs again, with Joan Barker, for Sam Okafor alone. It stays completed for Amira "
        "Khan "
        "and Tom Reed."
    );
    touched.stay_completed.clear();
    EXPECT_EQ(
        pages::whom_it_touches(child, touched),
        "“Friendship group” runs again, with Joan Barker, for Sam Okafor."
    );
    touched.in_it = {named("Amira", "Khan")};
    EXPECT_EQ(
        pages::whom_it_touches(child, touched),
        "Sam Okafor goes back to “Friendship group”, with Joan Barker, which runs for Amira Khan already."
    );
    EXPECT_EQ(visit("GET", "referral").body.find("runs again"), std::string::npos);
}

TEST_F(UndoingPage, undoes_with_a_reason_and_leads_to_the_childs_story) {
    auto const answer = visit("POST", "referral", because("The wrong Sam"));
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(
        cases::standing(cases::store::steps(db(), school_.school, case_), cases::Step::referral), nullptr
    );
}

TEST_F(UndoingPage, shows_the_form_again_without_a_reason) {
    auto const answer = visit("POST", "referral", because("   "));
    EXPECT_EQ(answer.status, 422);
    EXPECT_NE(answer.body.find("Enter why"), std::string::npos);
}

TEST_F(UndoingPage, explains_what_stands_in_the_way) {
    EXPECT_NE(visit("GET", "concern").body.find("undo that one first"), std::string::npos);
    EXPECT_EQ(visit("POST", "concern", because("x")).status, 422);
    EXPECT_EQ(visit("GET", "nonsense").status, 404);
    cases::close(senco_, case_, "no need now");
    EXPECT_NE(visit("GET", "referral").body.find("The case is closed"), std::string::npos);
}

TEST_F(UndoingPage, of_a_closing_needs_a_closed_case_and_a_reason) {
    auto const path = "/cases/" + std::string(case_.text()) + "/closing/undoing";
    auto const visit_closing = [&](std::string_view method, Fields const& fields = {}) {
        auto request =
            method == "GET" ? school_.get(school_.senco, path) : school_.post(school_.senco, path, fields);
        request.segments = {{"case", std::string(case_.text())}};
        request.form = fields;
        for (auto const& route : undoing_routes())
            if (route.method == method && route.path == "/cases/{case}/closing/undoing")
                return support::answered(route, senco_, request);
        return http::Response{};
    };
    EXPECT_EQ(visit_closing("GET").status, 404) << "of an open case there is no such page";
    EXPECT_EQ(visit_closing("POST", because("x")).status, 404) << "and nothing to be undone";
    cases::close(senco_, case_, "no need now");
    EXPECT_NE(visit_closing("GET").body.find("no need now"), std::string::npos);
    EXPECT_EQ(visit_closing("POST", because(" ")).status, 422);
    EXPECT_EQ(visit_closing("POST", because("Closed too soon")).status, 303);
    EXPECT_TRUE(cases::store::is_open(db(), school_.school, case_));
}

}  // namespace
}  // namespace story
