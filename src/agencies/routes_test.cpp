#include "agencies/routes.hpp"

#include <gtest/gtest.h>

#include "agencies/pages.hpp"
#include "agencies/store.hpp"
#include "cases/actions.hpp"
#include "records/store.hpp"
#include "support/answered.hpp"
#include "support/small_school.hpp"

namespace agencies {
namespace {

class AgencyAdvice : public testing::Test {
protected:
    http::Response visit(support::Person const& person, std::string_view method, Fields const& fields = {}) {
        auto const path = pages::path_of(the_case);
        auto request = method == "GET" ? school.get(person, path) : school.post(person, path, fields);
        request.segments = {{"case", std::string(the_case.text())}};
        request.form = fields;
        auto visit = school.visit(db, person);
        for (auto const& route : routes())
            if (route.method == method) return support::answered(route, visit, request);
        return {};
    }
    static Fields typed(
        std::string const& asked, std::vector<std::pair<std::string, std::string>> const& more = {}
    ) {
        Fields fields(
            {{"agency", "Educational Psychology"},
             {"person", "Dr Lin"},
             {"asked_on", "2026-05-11"},
             {"asked", asked}}
        );
        for (auto const& [name, value] : more) fields.add(name, value);
        return fields;
    }
    std::vector<Advice> noted() {
        db.enter(school.school);
        return store::of_case(db, school.school, the_case);
    }
    std::string refused(db::Sql const& sql) {
        db.enter(school.school);
        db.savepoint();
        std::string gate;
        try {
            db.run(sql, school.school);
        } catch (db::Refused const& refusal) {
            gate = refusal.gate;
        }
        db.rollback_to_savepoint();
        db.release_savepoint();
        return gate;
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();
    db::Transaction transaction{db, db::Mode::write};
    CaseId the_case = [this] {
        auto visit = school.visit(db, school.senco);
        return cases::open_for(visit, *PupilId::parse(school.sam.id.text()));
    }();
};

// S3: contacts with outside agencies are logged: who, what was asked, advice.
TEST_F(AgencyAdvice, is_noted_on_the_case_and_recorded) {
    EXPECT_EQ(
        visit(
            school.senco, "POST", typed("What helps a pupil to settle?", {{"advice", "A job at the door"}})
        ).status,
        303
    );
    ASSERT_EQ(noted().size(), 1U);
    EXPECT_EQ(noted()[0].said.advice, "A job at the door");
    EXPECT_EQ(noted()[0].asked_by_name, school.senco.name);
    EXPECT_EQ(records::store::all(db, school.school).back().subject, "agency_advice");
    auto const seen = visit(school.teacher_of_4b, "GET");
    EXPECT_EQ(seen.status, 200);
    EXPECT_NE(seen.body.find("Asked Educational Psychology, Dr Lin"), std::string::npos);
    EXPECT_EQ(seen.body.find("Note the advice"), std::string::npos) << "the class teacher reads it";
}

TEST_F(AgencyAdvice, with_the_childs_name_says_where_to_take_it_out) {
    auto const again = visit(school.senco, "POST", typed("What helps Sam?"));
    EXPECT_EQ(again.status, 422);
    EXPECT_NE(again.body.find("href=\"#asked\""), std::string::npos);
    EXPECT_NE(again.body.find("(Sam)"), std::string::npos);
    EXPECT_NE(again.body.find("What helps Sam?"), std::string::npos) << "what was typed is kept";
    EXPECT_TRUE(noted().empty());
    auto const shared =
        typed("What helps Sam?", {{"shares_the_name", "yes"}, {"sharing_reason", "Mum and dad agreed"}});
    EXPECT_EQ(visit(school.senco, "POST", shared).status, 303);
    EXPECT_TRUE(noted().at(0).said.shares_the_name);
}

TEST_F(AgencyAdvice, is_kept_in_the_tab_until_it_is_saved) {
    auto const form = visit(school.senco, "GET").body;
    for (std::string const field : {"asked", "advice", "follows"})
        EXPECT_NE(form.find("data-keep=\"agency-" + field + "-"), std::string::npos) << field;
}

TEST_F(AgencyAdvice, is_written_by_those_alone_whose_work_it_is) {
    EXPECT_EQ(visit(school.teacher_of_4b, "POST", typed("What helps?")).status, 404);
    EXPECT_EQ(visit(school.teacher_of_5a, "GET").status, 404);
    EXPECT_EQ(visit(school.administrator, "GET").status, 404);
    EXPECT_EQ(visit(school.senco, "POST", Fields{}).status, 422);
}

TEST_F(AgencyAdvice, stands_once_it_is_noted) {
    EXPECT_EQ(visit(school.senco, "POST", typed("What helps?")).status, 303);
    EXPECT_EQ(refused("UPDATE agency_advice SET advice = '' WHERE school_id = $1"), "advice_stands");
    EXPECT_EQ(refused("DELETE FROM agency_advice WHERE school_id = $1"), "advice_stands");
}

}  // namespace
}  // namespace agencies
