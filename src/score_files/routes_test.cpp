#include "score_files/routes.hpp"

#include <gtest/gtest.h>

#include "measures/actions.hpp"
#include "measures/class_page.hpp"
#include "measures/ready.hpp"
#include "measures/taking_routes.hpp"
#include "measures/taking_store.hpp"
#include "support/answered.hpp"
#include "support/small_school.hpp"

namespace score_files {
namespace {

class FileOfScores : public testing::Test {
protected:
    FileOfScores() {
        db.enter(school.school);
        auto visit = school.visit(db, school.senco);
        EXPECT_TRUE(measures::actions::begin(visit, definition_of(measures::Ready::working_at)));
    }

    http::Request request(Fields const& form) {
        http::Request request;
        request.method = "POST";
        request.segments = {{"class", std::string(school.class_4b.text())}};
        request.form = form;
        return request;
    }
    http::Response answer(Routes const& all, support::Person const& person, http::Request const& asked) {
        auto visit = school.visit(db, person);
        for (auto const& route : all)
            if (route.method == "POST" && route.path.starts_with("/classes/") && visit.who.may(route.needs))
                return support::answered(route, visit, asked);
        return http::not_found();
    }
    http::Response sends(support::Person const& person, std::string const& file, std::string const& on = {}) {
        auto asked = request(Fields{{{"on", on.empty() ? calendar::iso(school.today) : on}}});
        if (!file.empty()) asked.uploads = {{"file", "scores.csv", file}};
        return answer(routes(), person, asked);
    }
    std::size_t scores() {
        auto const taking = measures::taking_store::find(db, school.school, school.class_4b, school.today);
        return taking ? measures::taking_store::scores_of(db, school.school, taking->id).size() : 0;
    }
    std::string value_of(support::Child const& child) {
        return "id=\"" + measures::score_field(*PupilId::parse(child.id.text()), measures::Kind::achievement);
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();
    db::Transaction transaction{db, db::Mode::write};
};

bool says(http::Response const& response, std::string_view words) {
    return response.body.find(words) != std::string::npos;
}

TEST_F(FileOfScores, fills_the_page_of_the_class_and_saves_nothing) {
    auto const page = sends(school.teacher_of_4b, "Name,Achievement\nSam Okafor,4\nAmira Haddad,2\n");
    EXPECT_EQ(page.status, 422) << "it is to be looked over";
    EXPECT_TRUE(says(page, "2 scores of scores.csv stand below. Nothing is saved yet."));
    EXPECT_TRUE(says(page, "value=\"4\""));
    EXPECT_TRUE(says(page, "value=\"2\""));
    EXPECT_EQ(scores(), 0U);
}

TEST_F(FileOfScores, is_saved_as_though_it_was_typed_and_again_without_harm) {
    Fields form;
    for (auto const* child : {&school.sam, &school.amira}) {
        auto const id = *PupilId::parse(child->id.text());
        form.add(measures::score_field(id, measures::Kind::achievement), "4");
        form.add(measures::stood_field(id), "0:");
    }
    EXPECT_EQ(answer(measures::taking_routes(), school.teacher_of_4b, request(form)).status, 303);
    EXPECT_EQ(scores(), 2U);
    auto const again = sends(school.teacher_of_4b, "Name,Achievement\nSam Okafor,4\n");
    EXPECT_TRUE(says(again, "value=\"1:4\"")) << "over what stands now";
    EXPECT_EQ(answer(measures::taking_routes(), school.teacher_of_4b, request(form)).status, 303);
    EXPECT_EQ(scores(), 2U);
}

TEST_F(FileOfScores, with_faults_fills_nothing_in_and_says_each_by_its_code_row_and_column) {
    auto const page = sends(school.teacher_of_4b, "Name,Achievement\nSam Okafor,9\nGrace O’Brien,3\n");
    EXPECT_EQ(page.status, 422);
    for (auto const* words : {"2 faults were found", "SCO004", "Row 2", "SCO001", "Row 3", "Grace O’Brien"})
        EXPECT_TRUE(says(page, words)) << words;
    EXPECT_FALSE(says(page, value_of(school.sam)));
}

TEST_F(FileOfScores, that_is_none_says_what_to_choose) {
    EXPECT_TRUE(says(sends(school.teacher_of_4b, ""), "Choose a CSV file"));
    EXPECT_TRUE(says(sends(school.teacher_of_4b, "PK\x03\x04 a workbook"), "IMP906"));
}

TEST_F(FileOfScores, is_for_who_teaches_the_class_alone) {
    std::string const file = "Name,Achievement\nSam Okafor,4\n";
    EXPECT_EQ(sends(school.teacher_of_5a, file).status, 404);
    EXPECT_EQ(sends(school.senco, file).status, 404);
    EXPECT_EQ(sends(school.teacher_of_4b, file, "2026-05-13").status, 404);
    EXPECT_EQ(sends(school.teacher_of_4b, file, "").status, 422);
}

TEST_F(FileOfScores, passes_over_the_row_of_the_teachers_own_child_and_says_so) {
    db.run(
        "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
        school.school,
        school.sam.mother,
        school.teacher_of_4b.staff
    );
    auto const page = sends(school.teacher_of_4b, "Name,Achievement\nSam Okafor,9\nAmira Haddad,2\n");
    EXPECT_TRUE(says(page, "1 score of scores.csv stands below. Rows of a child of yours were left out."));
    EXPECT_TRUE(says(page, value_of(school.amira)));
    EXPECT_FALSE(says(page, "Okafor"));
    EXPECT_TRUE(says(sends(school.teacher_of_4b, "Name,Achievement\nSam Okafor,4\n"), "SCO904"));
}

TEST_F(FileOfScores, passes_over_the_row_of_who_has_left_the_class) {
    db.run(
        "UPDATE class_membership SET ends_on = $1 WHERE school_id = $2 AND pupil_id = $3",
        school.today - 3,
        school.school,
        school.sam.id
    );
    std::string const file = "Name,Achievement\nSam Okafor,4\nAmira Haddad,2\n";
    auto const page = sends(school.teacher_of_4b, file, "2026-05-05");
    EXPECT_TRUE(says(page, "Rows of pupils who have left the class were left out."));
    EXPECT_FALSE(says(page, value_of(school.sam)));
}

}  // namespace
}  // namespace score_files
