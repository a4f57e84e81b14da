// What is confirmed is what was looked at, and nothing is done by half.
#include "exchange/importing_test.hpp"
#include "pupils/actions.hpp"
#include "staff/actions.hpp"

namespace exchange {
namespace {

struct Confirming : Importing {
    using Chosen = std::vector<std::string>;

    // Confirms the review that one tab shows after other columns were chosen in a second tab.
    std::string confirmed_with_other_columns(
        std::string const& file,
        Chosen const& then,
        Chosen const& meanwhile,
        std::string const& kind = "pupils"
    ) {
        auto const import = started(file, kind);
        choose(import, then);
        auto const first_tab = hidden_plan(get(import + "/review").body);
        choose(import, meanwhile);
        auto const second_tab = hidden_plan(get(import + "/review").body);
        EXPECT_NE(first_tab, "");
        EXPECT_NE(first_tab, second_tab);
        auto const before = on_roll();
        auto const refused = post(import + "/done", {{"plan", first_tab}});
        EXPECT_EQ(refused.status, 422);
        EXPECT_NE(refused.body.find("changed since you looked"), std::string::npos);
        EXPECT_EQ(on_roll(), before);
        EXPECT_EQ(hidden_plan(refused.body), second_tab);
        EXPECT_EQ(post(import + "/done", {{"plan", second_tab}}).status, 303);
        return store::find(db, school.school, import_id(import))->summary;
    }
    void choose(std::string const& import, Chosen const& columns) {
        std::vector<std::pair<std::string, std::string>> fields;
        for (std::size_t at = 0; at < columns.size(); ++at)
            fields.emplace_back("column-" + std::to_string(at), columns[at]);
        EXPECT_EQ(location(post_columns(import, fields)), import + "/check");
    }

    actions::Opened opened(std::string const& file, std::string const& kind = "pupils") {
        auto const import = started(file, kind);
        take_columns(import);
        auto visit = school.visit(db, school.administrator);
        return actions::open(visit, import_id(import)).value();
    }
};

TEST_F(Confirming, a_review_whose_forenames_became_surnames_in_a_second_tab_saves_nothing) {
    EXPECT_EQ(
        confirmed_with_other_columns(
            "One,Two,Three\nLee,Bo,27/03/2017\n",
            {"legal_surname", "legal_forename", "born_on"},
            {"legal_forename", "legal_surname", "born_on"}
        ),
        "1 pupil added."
    );
    EXPECT_EQ(found("bo lee").pupils.at(0).forename, "Lee");
}

TEST_F(Confirming, a_review_whose_e_mail_came_from_another_column_in_a_second_tab_saves_nothing) {
    confirmed_with_other_columns(
        "A,B,C,D,E,F,G\nLee,Bo,27/03/2017,Mo Lee,Yes,mo@example.org,other@example.org\n",
        {"legal_surname",
         "legal_forename",
         "born_on",
         "contact_name:1",
         "contact_responsibility:1",
         "contact_address:1",
         "ignored"},
        {"legal_surname",
         "legal_forename",
         "born_on",
         "contact_name:1",
         "contact_responsibility:1",
         "ignored",
         "contact_address:1"}
    );
    auto const bo = found("lee bo").pupils.at(0);
    auto const contacts = pupils::contact_store::contacts_of(db, school.school, bo.id);
    EXPECT_EQ(contacts.at(0).address, "other@example.org");
}

TEST_F(Confirming, a_staff_review_whose_names_came_from_another_column_in_a_second_tab_saves_nothing) {
    EXPECT_EQ(
        confirmed_with_other_columns(
            "A,B\nRao,Asha\n",
            {"staff_surname", "staff_forename"},
            {"staff_forename", "staff_surname"},
            "staff"
        ),
        "1 person added."
    );
}

TEST_F(Confirming, a_pupil_who_changed_after_the_plan_was_made_ends_the_whole_import) {
    imported("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    auto const import = opened("Surname,Forename,DOB,Sex\nLee,Bo,27/03/2017,F\n");
    auto visit = school.visit(db, school.administrator);
    auto const review = actions::review_pupils(visit, import.sheet, import.columns, import.answers);
    auto const bo = pupils::store::known(db, school.school, found("lee bo").pupils.at(0).id).value();
    auto other = bo.details;
    other.year_group = "3";
    ASSERT_TRUE(pupils::actions::change(visit, bo, other));
    auto const occasion = actions::occasion_of(import);
    EXPECT_THROW(actions::carry_out(visit, review.plan, {}, occasion), db::Busy);
}

TEST_F(Confirming, a_contact_whom_the_child_has_no_more_ends_the_whole_import) {
    std::string const heading =
        "Surname,Forename,DOB,Contact 1 Name,Contact 1 Email,Contact 1 Parental Responsibility\n";
    imported(heading + "Lee,Bo,27/03/2017,Mo Lee,mo@example.org,Yes\n");
    auto const import = opened(heading + "Lee,Bo,27/03/2017,Mo Lee,new@example.org,Yes\n");
    auto visit = school.visit(db, school.administrator);
    auto plan = actions::review_pupils(visit, import.sheet, import.columns, import.answers).plan;
    auto& planned = plan.changed.at(0).contacts.at(0);
    ASSERT_EQ(planned.step, ContactStep::change);
    planned.after.id = ContactId::make(school.now);
    auto const occasion = actions::occasion_of(import);
    EXPECT_THROW(actions::carry_out(visit, plan, {}, occasion), db::Busy);
}

TEST_F(Confirming, a_new_person_whose_address_was_given_meanwhile_ends_the_whole_import) {
    auto const import = opened("Name,Email\nAsha Rao,asha@example.org\n", "staff");
    auto visit = school.visit(db, school.administrator);
    auto const review = actions::review_staff(visit, import.sheet, import.columns, import.answers);
    ASSERT_TRUE(staff::actions::add_person(visit, {"Asha Roy", "asha@example.org"}));
    auto const occasion = actions::occasion_of(import);
    EXPECT_THROW(actions::carry_out(visit, review.plan, occasion), db::Busy);
}

TEST_F(Confirming, a_role_of_someone_who_left_meanwhile_ends_the_whole_import) {
    imported("Name,Email\nAsha Rao,asha@example.org\n", "staff");
    auto const import = opened("Name,Email,Job title\nAsha Rao,asha@example.org,SENCO\n", "staff");
    auto visit = school.visit(db, school.administrator);
    auto const review = actions::review_staff(visit, import.sheet, import.columns, import.answers);
    ASSERT_EQ(review.plan.changed.size(), 1U);
    ASSERT_EQ(review.plan.changed.front().roles.size(), 1U);
    ASSERT_TRUE(staff::actions::leave(visit, review.plan.changed.front().before->id, school.today));
    auto const occasion = actions::occasion_of(import);
    EXPECT_THROW(actions::carry_out(visit, review.plan, occasion), db::Busy);
}

}  // namespace
}  // namespace exchange
