#include "insight/routes.hpp"

#include <gtest/gtest.h>

#include "insight/pages.hpp"
#include "insight/rules.hpp"
#include "insight/store.hpp"
#include "support/answered.hpp"
#include "support/small_school.hpp"

namespace insight {
namespace {

class Insight : public testing::Test {
protected:
    Insight() {
        db.begin(db::Mode::write);
        db.enter(school.school);
    }
    ~Insight() override { db.rollback(); }

    http::Response answer(
        std::string_view method, std::string_view path, support::Person const& person, Fields query = {}
    ) {
        auto visit = school.visit(db, person);
        auto request = method == "GET" ? school.get(person, path) : school.post(person, path, {});
        request.query = std::move(query);
        request.segments = {{"year", "2024"}};
        for (auto const& route : routes())
            if (route.method == method && route.path == path)
                return visit.who.may(route.needs) ? support::answered(route, visit, request)
                                                  : http::not_found();
        return {.status = 500};
    }

    // Girls with support and boys with support, and as many without.
    static Outcomes outcomes(int girls, int boys) {
        std::vector<Child> children;
        for (int i = 0; i < 2 * (girls + boys); ++i) {
            Child child{
                .sex = i % (girls + boys) < girls ? "F" : "M", .sen_provision = "N", .year_group = "4"};
            if (i < girls + boys)
                child.support = Support{
                    .in_group = true,
                    .days_waited = i,
                    .planned = 8,
                    .delivered = 7,
                    .attended = 6,
                    .targets = Change{.by = i % 4 - 0.5, .days = 70}};
            children.push_back(std::move(child));
        }
        return outcomes_of(children);
    }

    void are_made(Outcomes const& made) {
        store::add(
            db,
            school.school,
            {.school_year = 2024, .made_at = school.now, .outcomes = made},
            school.senco.staff
        );
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
};

TEST_F(Insight, is_made_once_by_the_senco_or_the_headteacher_and_stands) {
    EXPECT_NE(
        answer("GET", "/insight", school.governor).body.find("There are no figures yet"), std::string::npos
    );
    EXPECT_EQ(answer("POST", "/insight/{year}", school.governor).status, 404);
    EXPECT_EQ(answer("POST", "/insight/{year}", school.headteacher).status, 303);
    auto const made = store::find(db, school.school, 2024);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->made_by_name, school.headteacher.name);
    EXPECT_EQ(answer("POST", "/insight/{year}", school.senco).status, 303);
    EXPECT_EQ(store::find(db, school.school, 2024)->made_by_name, school.headteacher.name);
    EXPECT_EQ(store::years(db, school.school), std::vector{2024});
}

TEST_F(Insight, says_what_is_missing_before_a_year_is_made_to_whoever_may_make_it) {
    auto const page = answer("GET", "/insight/{year}", school.senco);
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("What is on record"), std::string::npos);
    EXPECT_NE(page.body.find("Make the figures of 2024/25"), std::string::npos);
    EXPECT_EQ(answer("GET", "/insight/{year}", school.governor).status, 404);
    EXPECT_EQ(
        answer("GET", "/insight", school.governor).body.find("Years without figures"), std::string::npos
    );
    EXPECT_NE(answer("GET", "/insight", school.senco).body.find("href=\"/insight/2024\""), std::string::npos);
}

TEST_F(Insight, tells_counts_of_what_is_missing_to_the_senco_alone) {
    auto visit = school.visit(db, school.senco);
    OnRecord const on_record{
        .supported = 30, .measured = 26, .still_there = 1, .reviews_open = 2, .sessions_open = 3};
    auto const page = [&](bool reader_coordinates) {
        return visit.page(pages::to_make(visit.frame.guard, 2024, on_record, reader_coordinates)).body;
    };
    auto const without = page(false);
    EXPECT_NE(without.find("Something is missing"), std::string::npos);
    EXPECT_NE(without.find("Make the figures of 2024/25"), std::string::npos);
    for (auto const* count : {"26 of 30", "1 child is still", "2 impact reviews", "3 sessions"}) {
        EXPECT_NE(page(true).find(count), std::string::npos) << count;
        EXPECT_EQ(without.find(count), std::string::npos) << count;
    }
    auto const counts = "These counts are of the cases that you work on";
    EXPECT_NE(page(true).find(counts), std::string::npos);
    EXPECT_NE(answer("GET", "/insight/{year}", school.senco).body.find(counts), std::string::npos);
    auto const headteachers = answer("GET", "/insight/{year}", school.headteacher);
    EXPECT_EQ(headteachers.status, 200);
    EXPECT_EQ(headteachers.body.find(counts), std::string::npos);
}

TEST_F(Insight, opens_to_senco_headteacher_and_governors_alone) {
    are_made(outcomes(9, 8));
    for (auto const& person : {school.senco, school.headteacher, school.governor})
        EXPECT_EQ(answer("GET", "/insight", person).status, 200) << person.name;
    for (auto const& person :
         {school.teacher_of_4b, school.nurture_assistant, school.support_staff, school.administrator})
        EXPECT_EQ(answer("GET", "/insight/{year}", person).status, 404) << person.name;
}

TEST_F(Insight, comes_out_of_the_table_as_it_was_made) {
    auto const made = outcomes(9, 8);
    are_made(made);
    auto const found = store::find(db, school.school, 2024)->outcomes;
    ASSERT_EQ(found.cells.size(), made.cells.size());
    for (std::size_t i = 0; i < made.cells.size(); ++i) {
        EXPECT_EQ(found.cells[i].part, made.cells[i].part);
        EXPECT_EQ(found.cells[i].supported, made.cells[i].supported);
        EXPECT_EQ(found.cells[i].on_roll, made.cells[i].on_roll);
        ASSERT_EQ(found.cells[i].change.has_value(), made.cells[i].change.has_value());
        if (!found.cells[i].change) continue;
        EXPECT_NEAR(found.cells[i].change->mean, made.cells[i].change->mean, 0.0005);
    }
}

TEST_F(Insight, keeps_what_is_told_by_pupil_premium_and_ethnicity) {
    std::vector<Child> children;
    for (int i = 0; i < 48; ++i) {
        Child child{
            .sex = "F",
            .sen_provision = "N",
            .year_group = "4",
            .pupil_premium = i % 2 == 0 ? "yes" : "no",
            .ethnicity = i % 4 < 2 ? "black" : "white"};
        if (i < 24) child.support = Support{.in_group = true};
        children.push_back(std::move(child));
    }
    are_made(outcomes_of(children));
    auto const found = store::find(db, school.school, 2024)->outcomes;
    EXPECT_TRUE(find(found, "", Dimension::pupil_premium, "yes"));
    EXPECT_TRUE(find(found, "", Dimension::ethnicity, "black"));
    auto const page =
        answer("GET", "/insight/{year}", school.governor, Fields({{"by", "ethnicity"}, {"part", "black"}}));
    EXPECT_NE(page.body.find("12 of 24 children on the roll"), std::string::npos);
    EXPECT_NE(
        answer("GET", "/insight/{year}/outcomes.csv", school.senco).body.find(",pupil_premium,\"yes\","),
        std::string::npos
    );
}

TEST_F(Insight, says_sentences_and_puts_parts_side_by_side) {
    are_made(outcomes(9, 8));
    auto const page = answer("GET", "/insight/{year}", school.governor).body;
    EXPECT_NE(page.find("17 of 34 children on the roll began a programme (50 %)."), std::string::npos);
    EXPECT_NE(page.find("change, not effect"), std::string::npos);
    EXPECT_NE(page.find("Girls"), std::string::npos);
    auto const girls =
        answer("GET", "/insight/{year}", school.governor, Fields({{"by", "sex"}, {"part", "F"}})).body;
    EXPECT_NE(girls.find("9 of 18 children on the roll"), std::string::npos);
}

TEST_F(Insight, tells_nothing_of_filters_that_leave_too_few_in_the_page_or_in_the_file) {
    are_made(outcomes(14, 3));
    for (auto const* const part : {"F", "M"}) {
        auto const page =
            answer("GET", "/insight/{year}", school.senco, Fields({{"by", "sex"}, {"part", part}}));
        EXPECT_NE(page.body.find("would leave too few children"), std::string::npos) << part;
    }
    auto const file = answer("GET", "/insight/{year}/outcomes.csv", school.senco);
    EXPECT_NE(file.body.find("2024/25"), std::string::npos);
    EXPECT_EQ(file.body.find(",sex,"), std::string::npos);
}

TEST_F(Insight, is_given_to_the_county_once) {
    are_made(outcomes(9, 8));
    EXPECT_EQ(answer("POST", "/insight/{year}/county", school.governor).status, 404);
    EXPECT_EQ(answer("POST", "/insight/{year}/county", school.senco).status, 303);
    EXPECT_EQ(answer("POST", "/insight/{year}/county", school.headteacher).status, 303);
    EXPECT_EQ(store::find(db, school.school, 2024)->given_by_name, school.senco.name);
}

TEST_F(Insight, has_no_number_in_the_table_that_tells_of_one_to_four) {
    are_made(outcomes(9, 8));
    constexpr db::Sql sql = R"(
        INSERT INTO outcome_cell (school_id, school_year, number, provision, dimension, part, supported)
        VALUES ($1, 2024, 99, '', 'sex', 'X', 4))";
    EXPECT_THROW(db.run(sql, school.school), db::Refused);
}

}  // namespace
}  // namespace insight
