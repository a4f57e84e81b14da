// Who sees which children's scores beside one another.
#include "overviews/routes.hpp"

#include "assessments/actions.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/shipped.hpp"
#include "assessments/store.hpp"
#include "overviews/overviews.hpp"
#include "programmes/nurture_test.hpp"
#include "support/answered.hpp"

namespace overviews {
namespace {

using assessments::Informant;
using assessments::LoadedInstrument;
using assessments::Occasion;
using support::Child;
using support::Person;

class Overviews : public programmes::NurtureTest {
protected:
    void SetUp() override {
        as(school.senco, [&](Visit& visit) {
            auto const document = std::string(assessments::shipped("wellbeing")->document);
            EXPECT_TRUE(assessments::load(visit, document, {}));
            assessments::NormSet const norms{
                .code = "ours", .ages = {4, 11}, .bands = {{"wellbeing", {3, 5}}, {"involvement", {3, 5}}}};
            EXPECT_TRUE(assessments::add_norms(visit, wellbeing(visit), norms));
            return true;
        });
    }
    static LoadedInstrument wellbeing(Visit& visit) {
        return assessments::store::newest(visit.db, visit.school, "wellbeing").value();
    }
    void rates(CaseId const& the_case, int score, Occasion occasion = Occasion::entry) {
        as(school.teacher_of_4b, [&](Visit& visit) {
            auto const loaded = wellbeing(visit);
            assessments::Rating const rating{
                .informant = Informant::class_teacher,
                .occasion = occasion,
                .rated_on = visit.today,
                .norms = loaded.norms.front().id,
                .scores = {{.scale = "wellbeing", .score = score}, {.scale = "involvement", .score = 4}}};
            auto const kept = assessments::rate(visit, the_case, loaded, rating);
            EXPECT_TRUE(kept) << (kept ? "" : in_words(kept.error()));
            return true;
        });
    }
    http::Response page(Person const& person, std::string_view path, std::string_view name, std::string id) {
        return as(person, [&](Visit& visit) {
            auto request = school.get(person, "/x");
            if (!name.empty()) request.segments = {{std::string(name), std::move(id)}};
            auto const all = routes();
            auto const route = std::ranges::find(all, path, &Route::path);
            return support::answered(*route, visit, request);
        });
    }
    http::Response of_4b(Person const& person) {
        return page(person, "/classes/{class}/assessments", "class", std::string(school.class_4b.text()));
    }
    http::Response of_group(Person const& person, programmes::ProgrammeId const& programme) {
        return page(
            person, "/programmes/{programme}/assessments", "programme", std::string(programme.text())
        );
    }
    http::Response of_school(Person const& person) { return page(person, "/school/assessments", {}, {}); }
    bool opens_the_school(Person const& person) {
        auto const all = routes();
        auto const route = std::ranges::find(all, "/school/assessments", &Route::path);
        return as(person, [&](Visit& visit) { return visit.who.may(route->needs); });
    }
    static bool says(http::Response const& response, std::string_view words) {
        return response.body.find(words) != std::string::npos;
    }
    // So many more children of 4B, each rated.
    void are_rated(int children, int score) {
        for (int i = 0; i < children; ++i) {
            auto const child = join("Child" + std::to_string(score) + std::to_string(i));
            rates(ready(child), score);
        }
    }
};

TEST_F(Overviews, of_a_class_name_who_is_outside_to_who_teaches_it_and_to_the_senco) {
    rates(ready(school.sam), 1);
    rates(ready(school.amira), 4);
    for (auto const* const person : {&school.teacher_of_4b, &school.senco}) {
        auto const shown = of_4b(*person);
        EXPECT_EQ(shown.status, 200);
        EXPECT_TRUE(says(shown, "2 children"));
        EXPECT_TRUE(says(shown, ">Sam</a>"));
        EXPECT_FALSE(says(shown, ">Amira</a>")) << "her score is usual";
    }
    for (auto const* const person : {&school.teacher_of_5a, &school.nurture_assistant, &school.headteacher}) {
        auto const shown = of_4b(*person);
        EXPECT_TRUE(says(shown, "No child whose progress you see has been rated here")) << person->name;
        EXPECT_FALSE(says(shown, "Sam")) << person->name;
    }
}

TEST_F(Overviews, say_of_a_child_for_whom_an_older_rating_stands_in_of_when_it_is_and_why) {
    auto const the_case = ready(school.sam);
    rates(the_case, 1);
    auto const entry_on = calendar::day_month_year(day);
    day = day + 30;
    rates(the_case, 4, Occasion::exit);
    EXPECT_FALSE(says(of_4b(school.teacher_of_4b), "stands in"));
    as(school.senco, [&](Visit& visit) {
        auto const loaded = wellbeing(visit);
        assessments::Rating const beside{
            .informant = Informant::class_teacher,
            .occasion = Occasion::exit,
            .rated_on = visit.today,
            .beside = assessments::store::of_case(visit.db, visit.school, the_case).back().id,
            .scores = {{.scale = "wellbeing", .score = 2}, {.scale = "involvement", .score = 4}}};
        EXPECT_TRUE(assessments::rate(visit, the_case, loaded, beside));
        return true;
    });
    auto const shown = of_4b(school.teacher_of_4b);
    EXPECT_TRUE(
        says(shown, "the rating of " + entry_on + " stands in for that of " + calendar::day_month_year(day))
    );
    EXPECT_TRUE(says(shown, "neither of the two is agreed to yet"));
    EXPECT_TRUE(says(of_school(school.senco), "One child: the rating of " + entry_on));
}

TEST_F(Overviews, of_a_class_show_the_child_whom_one_supports_and_no_other) {
    auto const programme = running_with(school.sam);
    rates(only_place_in(programme).the_case, 1);
    rates(ready(school.amira), 1);
    auto const shown = of_4b(school.nurture_assistant);
    EXPECT_TRUE(says(shown, ">Sam</a>"));
    EXPECT_TRUE(says(shown, "1 child."));
    EXPECT_FALSE(says(shown, "Amira"));
}

TEST_F(Overviews, leave_out_a_child_of_ones_own_and_say_not_whom) {
    rates(ready(school.sam), 1);
    rates(ready(school.amira), 4);
    as(school.senco, [&](Visit& visit) {
        return visit.db.run(
            "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
            visit.school,
            school.sam.mother,
            school.teacher_of_4b.staff
        );
    });
    auto const shown = of_4b(school.teacher_of_4b);
    EXPECT_TRUE(says(shown, "1 child."));
    EXPECT_FALSE(says(shown, "Sam"));
    EXPECT_TRUE(says(shown, "this page does not say whether there are any"));
}

TEST_F(Overviews, of_a_group_show_the_children_on_entry_and_now_to_who_delivers_it) {
    auto const programme = running_with(school.sam);
    auto const the_case = only_place_in(programme).the_case;
    rates(the_case, 1);
    day = day + 30;
    rates(the_case, 4, Occasion::exit);
    auto const shown = of_group(school.nurture_assistant, programme);
    EXPECT_EQ(shown.status, 200);
    EXPECT_TRUE(says(shown, "Scores on entry"));
    EXPECT_TRUE(says(shown, "Latest scores"));
    EXPECT_EQ(of_group(school.senco, programme).status, 200);
    EXPECT_EQ(of_group(school.second_nurture_assistant, programme).status, 404);
    EXPECT_EQ(of_group(school.teacher_of_4b, programme).status, 404);
}

TEST_F(Overviews, of_a_group_have_only_the_ratings_of_the_case_that_has_a_place) {
    auto const programme = running_with(school.sam);
    rates(ready(school.amira), 1);
    EXPECT_TRUE(says(of_group(school.senco, programme), "has been rated here"));
}

TEST_F(Overviews, of_the_school_name_nobody_and_open_to_nobody_but_the_senco) {
    are_rated(6, 4);
    are_rated(2, 1);
    auto const seen = of_school(school.senco);
    EXPECT_EQ(seen.status, 200);
    EXPECT_TRUE(says(seen, ">2<"));
    EXPECT_FALSE(says(seen, "Child1"));
    EXPECT_TRUE(
        says(seen, "two ratings side by side until one is agreed to; a rating by one adult alone is in")
    );
    day = day + 40;
    for (auto const* const person :
         {&school.headteacher, &school.teacher_of_4b, &school.nurture_assistant, &school.governor})
        EXPECT_FALSE(opens_the_school(*person)) << person->name << " could subtract one look from another";
}

TEST_F(Overviews, by_another_instrument_read_no_more_than_that_instrument) {
    rates(ready(school.sam), 1);
    auto& db = database.connection();
    auto const statements = [&](auto const& act) {
        auto const before = db.statements_run();
        act();
        return db.statements_run() - before;
    };
    auto const seen = [&] { of_school(school.senco); };
    auto const by_one = statements(seen);
    auto const to_load = as(school.senco, [&](Visit& visit) {
        auto const document = std::string(assessments::shipped("withy-observation")->document);
        auto const other = assessments::load(visit, document, {}).value();
        auto const id = visit.new_id<assessments::AssessmentId>();
        visit.db.run(
            R"(INSERT INTO assessment (school_id, id, case_id, instrument_id, informant, occasion, rated_by, rated_on,
                                       rated_at)
               SELECT school_id, $1, case_id, $2, informant, occasion, rated_by, rated_on, rated_at
                 FROM assessment WHERE school_id = $3)",
            id,
            other,
            visit.school
        );
        visit.db.run(
            R"(INSERT INTO assessment_score (school_id, assessment_id, scale, score)
               VALUES ($1, $2, 'friendships', 3))",
            visit.school,
            id
        );
        return statements([&] { assessments::store::instrument(visit.db, visit.school, other); });
    });
    EXPECT_EQ(statements(seen) - by_one, to_load) << "what strands lead to is read once";
}

TEST_F(Overviews, leave_what_was_rated_more_than_a_year_ago) {
    rates(ready(school.sam), 1);
    EXPECT_TRUE(says(of_4b(school.teacher_of_4b), ">Sam</a>"));
    day = day + 370;
    EXPECT_FALSE(says(of_4b(school.teacher_of_4b), "Sam"));
}

TEST_F(Overviews, of_named_children_are_in_the_log_of_reads) {
    rates(ready(school.sam), 1);
    as(school.teacher_of_4b, [&](Visit& visit) {
        auto request = school.get(school.teacher_of_4b, "/x");
        request.segments = {{"class", std::string(school.class_4b.text())}};
        auto const all = routes();
        support::answered(all.front(), visit, request);
        EXPECT_TRUE(std::ranges::any_of(visit.reads.all(), [&](visits::Read const& read) {
            return std::ranges::count(read.listed, std::string(school.sam.id.text())) > 0 &&
                   read.zone == visits::ReadZone::progress;
        }));
        return true;
    });
}

}  // namespace
}  // namespace overviews
