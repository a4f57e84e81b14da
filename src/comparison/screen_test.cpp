#include <gtest/gtest.h>

#include "cases/cases.hpp"
#include "comparison/routes.hpp"
#include "measures/store.hpp"
#include "measures/taking_store.hpp"
#include "pupils/class_store.hpp"
#include "support/answered.hpp"
#include "support/small_school.hpp"

// A whole class looked at together, from its scores in the database to the page (I3).
namespace comparison {
namespace {

using measures::taking_store::pupils_on;

class WholeClassScreen : public testing::Test {
protected:
    WholeClassScreen() {
        db.begin(db::Mode::write);
        db.enter(school.school);
        measures::store::add(db, school.school, behaviour);
        for (int i = 0; i < 22; ++i) add_pupil(school.class_4b, "Beech", i);
    }

    ~WholeClassScreen() override { db.rollback(); }

    http::Response of_class(support::Person const& person, ClassId const& class_id) {
        return asked(person, "/classes/{class}/screen", {{"class", std::string(class_id.text())}});
    }
    http::Response of_school(support::Person const& person) { return asked(person, "/screen", {}); }

    ClassId add_class(std::string const& name) {
        auto const id = ClassId::make(school.now);
        pupils::class_store::add(
            db, school.school, {.id = id, .name = name, .year_group = "4", .school_year = 2025}
        );
        return id;
    }

    support::Child add_pupil(ClassId const& class_id, std::string const& tree, int nth) {
        return school.add_child(tree + std::to_string(nth), "Wold", class_id);
    }

    // Sam has what is said here, and everybody else one of a few scores in the middle.
    void class_is_measured(ClassId const& class_id, int sam) {
        measures::Taking const taking{
            .id = TakingId::make(school.now), .class_id = class_id, .taken_on = school.today};
        measures::taking_store::add(db, school.school, taking, school.teacher_of_4b.staff, school.now);
        int nth = 0;
        for (auto const& pupil : pupils_on(db, school.school, class_id, school.today)) {
            ++nth;
            measures::Score const score{
                .id = measures::ScoreId::make(school.now),
                .taking = taking.id,
                .measure = behaviour.id,
                .pupil = pupil.id,
                .score = pupil.forename == "Sam" ? sam : 1600 + 100 * (nth % 5)};
            measures::taking_store::add(db, school.school, score, school.teacher_of_4b.staff, school.now);
        }
    }

    // As many pupils of other classes of the stage as a screen needs, or fewer.
    void other_classes_are_measured(int classes) {
        for (int i = 0; i < classes; ++i) {
            auto const other = add_class("Other " + std::to_string(i));
            for (int j = 0; j < 30; ++j) add_pupil(other, "Oak" + std::to_string(i) + "x", j);
            class_is_measured(other, 0);
        }
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    measures::Measure behaviour{
        .id = MeasureId::make(school.now),
        .definition =
            {.kind = measures::Kind::behaviour,
             .name = "Five ratings added up",
             .least = 500,
             .most = 2500,
             .step = 100,
             .scale = measures::Scale::several_items},
        .from_on = calendar::parse_iso("2025-09-01").value()};

private:
    http::Response asked(
        support::Person const& person,
        std::string_view path,
        std::vector<std::pair<std::string, std::string>> segments
    ) {
        auto visit = school.visit(db, person);
        auto request = school.get(person, path);
        request.segments = std::move(segments);
        for (auto const& route : routes())
            if (route.path == path)
                return visit.who.may(route.needs) ? support::answered(route, visit, request)
                                                  : http::not_found();
        return {.status = 500};
    }
};

TEST_F(WholeClassScreen, names_who_stands_out_beside_enough_other_classes) {
    class_is_measured(school.class_4b, 500);
    other_classes_are_measured(10);
    auto const page = of_class(school.teacher_of_4b, school.class_4b);
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("pupils stands out from this class."), std::string::npos) << page.body;
    EXPECT_NE(page.body.find(school.sam.name), std::string::npos);
    EXPECT_NE(page.body.find("In about 1 class in 10"), std::string::npos);
    EXPECT_EQ(page.body.find("Oak"), std::string::npos);
    EXPECT_NE(of_school(school.senco).body.find(school.sam.name), std::string::npos);
}

TEST_F(WholeClassScreen, leaves_out_of_the_reference_who_was_referred) {
    class_is_measured(school.class_4b, 500);
    other_classes_are_measured(10);
    auto const the_case = pupils::CaseId::make(school.now);
    db.run(
        R"(INSERT INTO nurture_case (school_id, id, pupil_id, opened_at)
           SELECT school_id, $1, id, 1 FROM pupil WHERE school_id = $2 AND legal_forename = 'Oak3x7')",
        the_case,
        school.school
    );
    db.run(
        R"(INSERT INTO step (school_id, id, case_id, step, taken_at, taken_on, taken_by)
           VALUES ($1, $2, $3, 'referral', 1, '2026-01-12', $4))",
        school.school,
        cases::StepId::make(school.now),
        the_case,
        school.senco.staff
    );
    auto const page = of_class(school.teacher_of_4b, school.class_4b);
    EXPECT_NE(page.body.find("300 ordinary pupils of 10 other classes of this school"), std::string::npos);
    EXPECT_NE(page.body.find("there are 299 pupils of 10 classes. A small school"), std::string::npos)
        << page.body;
    EXPECT_EQ(page.body.find("so far"), std::string::npos) << "a small school never gets there";
    EXPECT_EQ(page.body.find("stands out from this class"), std::string::npos);
}

TEST_F(
    WholeClassScreen, of_the_school_is_explained_once_and_says_who_has_a_case_and_which_class_was_not_measured
) {
    class_is_measured(school.class_4b, 500);
    auto const other = add_class("4Z");
    for (int i = 0; i < 12; ++i) add_pupil(other, "Elm", i);
    class_is_measured(other, 0);
    auto const count = [](std::string const& body, std::string_view words) {
        int found = 0;
        for (auto at = body.find(words); at != std::string::npos; at = body.find(words, at + 1)) ++found;
        return found;
    };
    auto const before = of_school(school.senco).body;
    EXPECT_EQ(count(before, "so this is no finding"), 1) << before;
    EXPECT_EQ(count(before, "furthest from their class"), 1) << "and no class says it again";
    EXPECT_EQ(count(before, "Talk about"), 0);
    EXPECT_EQ(count(before, "You decide; the figures inform."), 1);
    EXPECT_EQ(count(before, "How they are worked out"), 1);
    EXPECT_EQ(count(before, "Not measured this term: 5A."), 1);
    EXPECT_EQ(count(before, "Has a case"), 0);
    db.run(
        "INSERT INTO nurture_case (school_id, id, pupil_id, opened_at) VALUES ($1, $2, $3, 1)",
        school.school,
        pupils::CaseId::make(school.now),
        school.sam.id
    );
    EXPECT_EQ(count(of_school(school.senco).body, "Has a case"), 1);
}

TEST_F(WholeClassScreen, names_to_who_teaches_the_class_whose_scores_are_missing) {
    class_is_measured(school.class_4b, 500);
    auto const late = add_pupil(school.class_4b, "Late", 1);
    EXPECT_NE(
        of_class(school.teacher_of_4b, school.class_4b)
            .body.find("Not looked at, for want of a score: " + late.name + "."),
        std::string::npos
    );
    EXPECT_EQ(of_school(school.senco).body.find(late.name), std::string::npos);
}

TEST_F(WholeClassScreen, without_enough_other_classes_is_a_list_to_talk_about_and_no_finding) {
    class_is_measured(school.class_4b, 500);
    auto const page = of_class(school.teacher_of_4b, school.class_4b);
    EXPECT_NE(page.body.find("Talk about this pupil first"), std::string::npos);
    EXPECT_NE(page.body.find("so this is no finding"), std::string::npos);
    EXPECT_NE(page.body.find(school.sam.name), std::string::npos);
    for (auto const* claim : {"stands out from", "ordinary pupils, about", "unusual"})
        EXPECT_EQ(page.body.find(claim), std::string::npos) << claim;
}

TEST_F(WholeClassScreen, opens_to_who_teaches_the_class_and_for_the_school_to_who_coordinates) {
    class_is_measured(school.class_4b, 500);
    EXPECT_EQ(of_class(school.teacher_of_4b, school.class_4b).status, 200);
    EXPECT_EQ(of_school(school.senco).status, 200);
    for (auto const& person :
         {school.teacher_of_5a,
          school.support_staff,
          school.nurture_assistant,
          school.headteacher,
          school.governor,
          school.administrator}) {
        EXPECT_EQ(of_class(person, school.class_4b).status, 404) << person.name;
        EXPECT_EQ(of_school(person).status, 404) << person.name;
    }
    EXPECT_EQ(of_school(school.teacher_of_4b).status, 404);
}

TEST_F(WholeClassScreen, says_how_it_comes_about_where_nobody_has_measured_the_class) {
    auto const page = of_class(school.teacher_of_4b, school.class_4b);
    EXPECT_EQ(page.status, 200);
    EXPECT_NE(page.body.find("Nobody has measured this class yet."), std::string::npos);
    EXPECT_NE(of_school(school.senco).body.find("No class has been measured this term."), std::string::npos);
}

}  // namespace
}  // namespace comparison
