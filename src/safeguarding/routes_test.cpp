#include "safeguarding/routes.hpp"

#include <gtest/gtest.h>

#include "records/store.hpp"
#include "safeguarding/handover_store.hpp"
#include "safeguarding/pages.hpp"
#include "safeguarding/store.hpp"
#include "support/answered.hpp"
#include "support/small_school.hpp"

namespace safeguarding {
namespace {

class Safeguarding : public testing::Test {
protected:
    db::Connection& db() { return database_.connection(); }

    http::Response visit(support::Person const& person, std::string_view method, Fields const& fields = {}) {
        return at("/pupils/{pupil}/safeguarding", person, method, fields);
    }
    http::Response at(
        std::string_view pattern,
        support::Person const& person,
        std::string_view method,
        Fields const& fields = {},
        std::string const& pointer = {}
    ) {
        auto request = method == "GET" ? school_.get(person, path_) : school_.post(person, path_, fields);
        request.segments = {{"pupil", std::string(sam_.text())}, {"pointer", pointer}};
        request.form = fields;
        auto visit = school_.visit(db(), person);
        for (auto const& route : routes())
            if (route.method == method && route.path == pattern)
                return visit.who.may(route.needs) ? support::answered(route, visit, request)
                                                  : http::not_found();
        return {};
    }
    static std::string location(http::Response const& response) {
        for (auto const& [name, value] : response.headers)
            if (name == "Location") return value;
        return {};
    }
    static Fields settings(std::string const& address, std::string const& hands_over = "with_upn") {
        return Fields({{"cpoms_address", address}, {"hands_over", hands_over}, {"version", "1"}});
    }
    static Fields typed(std::string const& reference, std::string const& time = "9:40") {
        return Fields({{"put_on", "2026-05-12"}, {"time", time}, {"reference", reference}});
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db(), db::Mode::write};
    PupilId sam_ = *PupilId::parse(school_.sam.id.text());
    std::string path_ = pages::path_of(sam_);
};

TEST_F(Safeguarding, the_page_opens_with_where_a_concern_belongs_and_holds_no_field_for_a_story) {
    auto const page = visit(school_.teacher_of_4b, "GET");
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("Record it on CPOMS, not here."), std::string::npos);
    EXPECT_EQ(page.body.find("<textarea"), std::string::npos);
    EXPECT_NE(page.body.find("You see this because you teach 4B."), std::string::npos);
    EXPECT_NE(page.body.find("value=\"10:00\""), std::string::npos);
}

TEST_F(Safeguarding, only_those_with_a_tie_to_the_child_reach_it) {
    EXPECT_EQ(visit(school_.teacher_of_5a, "GET").status, 404);
    EXPECT_EQ(visit(school_.nurture_assistant, "POST", typed("20417")).status, 404);
    EXPECT_EQ(visit(school_.safeguarding_lead, "GET").status, 200);
}

TEST_F(Safeguarding, a_reference_is_noted_listed_and_recorded) {
    auto const answer = visit(school_.teacher_of_4b, "POST", typed("20417"));
    EXPECT_EQ(answer.status, 303);

    auto const pointers = store::of_pupil(db(), school_.school, sam_);
    ASSERT_EQ(pointers.size(), 1U);
    EXPECT_EQ(pointers[0].reference, "20417");
    EXPECT_EQ(pointers[0].noted_by_name, school_.teacher_of_4b.name);
    EXPECT_EQ(calendar::local_time(pointers[0].put_at), "09:40");
    EXPECT_NE(visit(school_.senco, "GET").body.find("20417"), std::string::npos);
    EXPECT_EQ(records::store::all(db(), school_.school).back().subject, "safeguarding_pointer");
}

TEST_F(Safeguarding, what_can_not_be_taken_is_shown_again_with_the_mend) {
    auto const told = visit(school_.teacher_of_4b, "POST", typed("He told me about his uncle and the dog"));
    EXPECT_EQ(told.status, 422);
    EXPECT_NE(told.body.find("write what happened on CPOMS, not here"), std::string::npos);
    EXPECT_EQ(visit(school_.teacher_of_4b, "POST", typed("20417", "10:30")).status, 422);
    EXPECT_EQ(visit(school_.teacher_of_4b, "POST", typed("20417", "after lunch")).status, 422);
    EXPECT_EQ(visit(school_.teacher_of_4b, "POST", typed("")).status, 422);
    EXPECT_TRUE(store::of_pupil(db(), school_.school, sam_).empty());
}

TEST_F(Safeguarding, a_narrative_and_a_wrong_time_are_told_together) {
    for (auto const* time : {"after lunch", "10:30", ""}) {
        auto const told = visit(school_.teacher_of_4b, "POST", typed("dad hit him", time));
        EXPECT_EQ(told.status, 422) << time;
        EXPECT_NE(told.body.find("href=\"#reference\""), std::string::npos) << time;
        EXPECT_NE(told.body.find("href=\"#time\""), std::string::npos) << time;
    }
}

// The database refuses it too, whoever asks.
TEST_F(Safeguarding, no_narrative_reaches_the_database) {
    auto const refused = [&](std::string const& reference) {
        Pointer const pointer{
            .id = PointerId::make(school_.now),
            .put_at = school_.now,
            .reference = reference,
            .noted_by_name = {},
            .noted_at = school_.now};
        db().enter(school_.school);
        db().run("SAVEPOINT before");
        auto const gate = [&]() -> std::string {
            try {
                store::add(db(), school_.school, sam_, {}, pointer, school_.senco.staff);
            } catch (db::Refused const& refusal) {
                return refusal.gate;
            }
            return {};
        }();
        db().run("ROLLBACK TO SAVEPOINT before");
        return gate;
    };
    for (auto const* account : {"dad hit him", "dad hit 3", "bruises", "20417\nhe said", ""})
        EXPECT_EQ(refused(account), "reference_alone") << account;
    for (auto const* reference : {"20417", "CP-2026/117", "CPOMS 20417", "CPOMS  20417"})
        EXPECT_EQ(refused(reference), "") << reference;
}

TEST_F(Safeguarding, the_way_to_cpoms_is_a_secure_address_alone) {
    auto const with_address = [&](std::string_view address) {
        db().run("UPDATE school SET cpoms_address = $1 WHERE id = $2", address, school_.school);
        return visit(school_.senco, "GET").body;
    };
    EXPECT_NE(with_address("https://alder.cpoms.example").find("Open CPOMS"), std::string::npos);
    EXPECT_EQ(with_address("http://alder.cpoms.example").find("Open CPOMS"), std::string::npos);
    EXPECT_EQ(with_address("javascript:alert(1)").find("Open CPOMS"), std::string::npos);
}

// S2: one address leads there from every page.
TEST_F(Safeguarding, every_page_leads_to_the_schools_own_cpoms) {
    db().run(
        "UPDATE school SET cpoms_address = 'https://alder.cpoms.example/in' WHERE id = $1", school_.school
    );
    EXPECT_EQ(location(at("/cpoms", school_.teacher_of_4b, "GET")), "https://alder.cpoms.example/in");
    EXPECT_NE(pages::link_for(sam_).markup().find("href=\"/cpoms\""), std::string::npos);
    for (auto const* none : {"", "http://alder.cpoms.example", "javascript:alert(1)"}) {
        db().run("UPDATE school SET cpoms_address = $1 WHERE id = $2", none, school_.school);
        auto const lost = at("/cpoms", school_.teacher_of_4b, "GET");
        EXPECT_EQ(lost.status, 200) << none;
        EXPECT_EQ(location(lost), "") << none;
    }
}

TEST_F(Safeguarding, administrator_senco_and_safeguarding_lead_set_where_it_opens) {
    for (auto const* person : {&school_.administrator, &school_.senco, &school_.safeguarding_lead})
        EXPECT_EQ(at("/school/cpoms", *person, "GET").status, 200) << person->name;
    for (auto const* person : {&school_.teacher_of_4b, &school_.nurture_assistant, &school_.headteacher}) {
        EXPECT_EQ(at("/school/cpoms", *person, "GET").status, 404) << person->name;
        EXPECT_EQ(at("/school/cpoms", *person, "POST", settings("https://a.example")).status, 404)
            << person->name;
    }
    EXPECT_EQ(
        at("/school/cpoms", school_.safeguarding_lead, "POST", settings("https://a.example")).status, 303
    );
    EXPECT_EQ(store::cpoms_address(db(), school_.school), "https://a.example");
    EXPECT_EQ(store::hands_over(db(), school_.school), HandsOver::with_upn);
    EXPECT_EQ(at("/school/cpoms", school_.senco, "POST", settings("https://b.example")).status, 422)
        << "against what stood before somebody changed it";
    EXPECT_EQ(at("/school/cpoms", school_.senco, "POST", settings("http://a.example")).status, 422);
    EXPECT_EQ(at("/school/cpoms", school_.senco, "POST", settings("https://a.example", "all")).status, 422);
}

TEST_F(Safeguarding, how_far_a_pointer_has_come_stands_with_the_child_and_for_the_administrator) {
    at("/school/cpoms", school_.senco, "POST", settings(""));
    visit(school_.teacher_of_4b, "POST", typed("20417"));
    EXPECT_NE(visit(school_.teacher_of_4b, "GET").body.find("Waits to be handed over"), std::string::npos);
    auto const seen = at("/school/cpoms", school_.administrator, "GET").body;
    EXPECT_NE(seen.find("Waits to be handed over"), std::string::npos);
    EXPECT_EQ(seen.find("Sam"), std::string::npos) << "no case content";
    EXPECT_EQ(seen.find("20417"), std::string::npos);

    auto const pointer = std::string(store::of_pupil(db(), school_.school, sam_).at(0).id.text());
    auto const again = "/cpoms/handovers/{pointer}/again";
    EXPECT_EQ(at(again, school_.administrator, "POST", {}, pointer).status, 303);
    EXPECT_EQ(at(again, school_.teacher_of_4b, "POST", {}, pointer).status, 404);
    EXPECT_EQ(
        at(again, school_.administrator, "POST", {}, "0190b6e0-0000-7000-8000-00000000000a").status, 404
    );
}

}  // namespace
}  // namespace safeguarding
