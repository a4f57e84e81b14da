// From upload to done.
#include "exchange/importing_test.hpp"

namespace exchange {
namespace {

TEST_F(Importing, goes_from_upload_to_done_and_the_same_file_again_changes_nothing) {
    auto const before = on_roll();
    EXPECT_EQ(imported(sample("pupils/export.csv")), "20 pupils added and 2 classes made.");
    EXPECT_EQ(on_roll(), before + 20);
    ASSERT_EQ(found("rodri jam").pupils.size(), 1U);
    EXPECT_EQ(found("rodri jam").pupils[0].class_name, "3A");
    EXPECT_EQ(found("morgan 4b").pupils.size(), 2U);

    auto const written = records();
    EXPECT_EQ(imported(sample("pupils/export.csv")), "Nothing had to change.");
    EXPECT_EQ(records(), written + 2) << "that it was begun, and that it was done";
    EXPECT_EQ(on_roll(), before + 20);
}

TEST_F(Importing, warns_at_the_row_of_a_year_that_the_school_does_not_have) {
    auto const import = started("Surname,Forename,DOB,Year,Class\nOh,Al,27/01/2012,9,9A\n");
    take_columns(import);
    auto const check = get(import + "/check").body;
    for (auto const* told : {"IMP124", "lies outside those of the school’s classes", "Year 9"})
        EXPECT_NE(check.find(told), check.npos) << told;
    auto const review = get(import + "/review").body;
    EXPECT_EQ(post(import + "/done", {{"plan", hidden_plan(review)}}).status, 303) << "it may be right";
}

TEST_F(Importing, asks_about_doubtful_rows_one_by_one) {
    imported("Surname,Forename,DOB\nLee,Bo,27/03/2017\nOh,Li,28/03/2017\n");
    auto const import = started("Surname,Forename,DOB\nLee,Bob,27/03/2017\nOh,Lia,28/03/2017\n");
    take_columns(import);
    auto const first = get(import + "/review").body;
    EXPECT_NE(first.find("2 rows to decide"), first.npos);
    EXPECT_EQ(post(import + "/matches", {{"row", "2"}}).status, 422);
    auto const bo = found("lee bo").pupils.at(0);
    post(import + "/matches", {{"row", "2"}, {"pupil", std::string(bo.id.text())}});
    post(import + "/matches", {{"row", "3"}, {"pupil", "new"}});
    auto const review = get(import + "/review").body;
    auto const done = post(import + "/done", {{"plan", hidden_plan(review)}});
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(found("lee bob").pupils.size(), 1U);
    EXPECT_EQ(found("oh").pupils.size(), 2U);
}

TEST_F(Importing, asks_whether_a_second_row_of_the_same_birth_date_and_surname_is_the_same_child) {
    imported("Surname,Forename,Preferred Forename,DOB,UPN\nGurung,Eleanor,Nell,27/12/2017,K999100125015\n");
    std::string const file =
        "Forename,Surname,DOB,UPN\nEleanor,Gurung,27/12/2017,K999100125015\nNell,Gurung,27/12/2017,\n";
    auto const import = started(file);
    take_columns(import);
    auto const question = get(import + "/review").body;
    EXPECT_NE(question.find("Row 2 is this pupil too"), question.npos);
    auto const before = on_roll();
    auto const nell = found("gurung nell").pupils.at(0);
    post(import + "/matches", {{"row", "3"}, {"pupil", std::string(nell.id.text())}});
    auto const review = get(import + "/review").body;
    EXPECT_NE(review.find("you said that it is the pupil of row 2"), review.npos);
    EXPECT_EQ(post(import + "/done", {{"plan", hidden_plan(review)}}).status, 303);
    EXPECT_EQ(on_roll(), before);
    EXPECT_EQ(imported("Forename,Surname,DOB\nNell,Gurung,27/12/2017\n"), "Nothing had to change.");
    EXPECT_EQ(pupils::store::known(db, school.school, nell.id)->details.legal_forename, "Eleanor");
}

TEST_F(Importing, offers_no_answer_that_the_next_page_would_refuse) {
    imported("Surname,Forename,DOB,UPN\nLee,Bo,27/03/2017,B801200005001\n");
    auto const import = started("Surname,Forename,DOB,UPN\nOh,Li,28/04/2016,B801200005001\n");
    take_columns(import);
    auto const question = get(import + "/review").body;
    EXPECT_NE(question.find("Yes: Bo Lee"), question.npos);
    EXPECT_EQ(question.find("is new to the school"), question.npos);
    EXPECT_NE(question.find("one of the two has the wrong UPN"), question.npos);
}

TEST_F(Importing, shows_the_review_again_where_the_school_changed_meanwhile) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    take_columns(import);
    auto const plan = hidden_plan(get(import + "/review").body);
    imported("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    auto const response = post(import + "/done", {{"plan", plan}});
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(response.body.find("changed since you looked"), std::string::npos);
}

TEST_F(Importing, shows_the_review_again_where_another_child_is_missing_from_the_file_by_now) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    take_columns(import);
    auto const plan = hidden_plan(get(import + "/review").body);
    imported("Surname,Forename,DOB\nDay,Kim,27/05/2016\n");
    EXPECT_EQ(post(import + "/done", {{"plan", plan}}).status, 422);
}

TEST_F(Importing, lets_only_those_leave_who_are_ticked) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    take_columns(import);
    auto const plan = hidden_plan(get(import + "/review").body);
    auto const before = on_roll();
    post(import + "/done", {{"plan", plan}, {"leavers", std::string(school.sam.id.text())}});
    EXPECT_EQ(on_roll(), before);
    auto const sam = pupils::store::known(db, school.school, id_of(school.sam)).value();
    EXPECT_EQ(sam.left_on, school.today);
    EXPECT_FALSE(sam.class_id);
    EXPECT_TRUE(pupils::store::known(db, school.school, id_of(school.tom))->on_roll_on(school.today));
}

TEST_F(Importing, brings_contacts_with_pupils_and_shares_them_among_brothers_and_sisters) {
    std::string const file =
        "Surname,Forename,DOB,Contact 1 Name,Contact 1 Relationship,Contact 1 Email,Contact 1 Parental "
        "Responsibility\n"
        "Lee,Bo,27/03/2017,Mo Lee,Mother,mo@example.org,Yes\nLee,Al,28/04/2018,Mo "
        "Lee,Mother,mo@example.org,Yes\n";
    imported(file);
    auto const bo = found("lee bo").pupils.at(0);
    auto const al = found("lee al").pupils.at(0);
    auto const mother = pupils::contact_store::contacts_of(db, school.school, bo.id).at(0);
    EXPECT_TRUE(mother.responsibility && mother.is_parent);
    EXPECT_EQ(mother.relationship, "Mother");
    EXPECT_EQ(pupils::contact_store::contacts_of(db, school.school, al.id).at(0).id, mother.id);
    auto const written = records();
    EXPECT_EQ(imported(file), "Nothing had to change.");
    EXPECT_EQ(records(), written + 2) << "that it was begun, and that it was done";
}

// V2: whoever reviews an import reads how the contacts of these children were reached, and are to be.
TEST_F(Importing, notes_whose_contacts_its_review_shows) {
    std::string const heading =
        "Surname,Forename,DOB,Contact 1 Name,Contact 1 Relationship,Contact 1 Email,Contact 1 Parental "
        "Responsibility\n";
    imported(heading + "Lee,Bo,27/03/2017,Mo Lee,Mother,mo@example.org,Yes\n");
    auto const bo = found("lee bo").pupils.at(0).id;
    auto const import = started(heading + "Lee,Bo,27/03/2017,Mo Lee,Mother,moved@example.org,Yes\n");
    take_columns(import);
    read.clear();
    ASSERT_NE(get(import + "/review").body.find("moved@example.org"), std::string::npos);
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].listed, std::vector{std::string(bo.text())});
    EXPECT_EQ(read[0].contacts, visits::ReadContacts::all);
    EXPECT_EQ(read[0].reason, "You see this because you keep the school's contacts.");
}

// N7: at work nobody sees anything of their own child, nor how the other parent is reached.
TEST_F(Importing, shows_nothing_that_stands_of_contacts_of_a_child_of_who_imports) {
    std::string const heading =
        "Surname,Forename,DOB,Contact 1 Name,Contact 1 Relationship,Contact 1 Email,Contact 1 Parental "
        "Responsibility\n";
    imported(heading + "Lee,Bo,27/03/2017,Mo Lee,Mother,mo@example.org,Yes\n");
    auto const bo = found("lee bo").pupils.at(0).id;
    db.run(
        "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
        school.school,
        pupils::contact_store::contacts_of(db, school.school, bo).at(0).id,
        school.administrator.staff
    );
    auto const import = started(heading + "Lee,Bo,27/03/2017,Mo Lee,Mother,moved@example.org,Yes\n");
    take_columns(import);
    read.clear();
    auto const review = get(import + "/review").body;
    EXPECT_NE(review.find("since the child is your own"), std::string::npos);
    EXPECT_EQ(review.find("mo@example.org"), std::string::npos);
    EXPECT_TRUE(read.empty());
}

TEST_F(Importing, shows_nothing_that_stands_of_a_child_of_who_imports) {
    std::string const heading =
        "Surname,Forename,DOB,Pupil Premium Indicator,Contact 1 Name,Contact 1 Relationship,Contact 1 Email,"
        "Contact 1 Parental Responsibility\n";
    imported(heading + "Lee,Bo,27/03/2017,Yes,Mo Lee,Mother,mo@example.org,Yes\n");
    auto const changed = heading + "Lee,Bo,27/03/2017,No,Mo Lee,Mother,mo@example.org,Yes\n";
    auto const looked_at = [&] {
        auto const import = started(changed);
        take_columns(import);
        return get(import + "/review").body;
    };
    EXPECT_NE(looked_at().find("yes → <strong>no</strong>"), std::string::npos) << "of any other child";
    auto const bo = found("lee bo").pupils.at(0).id;
    db.run(
        "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
        school.school,
        pupils::contact_store::contacts_of(db, school.school, bo).at(0).id,
        school.administrator.staff
    );
    auto const review = looked_at();
    EXPECT_EQ(review.find("→ <strong>no</strong>"), std::string::npos);
    EXPECT_NE(review.find("since the child is your own"), std::string::npos);
}

TEST_F(Importing, can_be_left_and_resumed) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    EXPECT_EQ(location(get(import)), import + "/columns");
    take_columns(import);
    EXPECT_EQ(location(get(import)), import + "/check");
    EXPECT_NE(get("/school/imports").body.find("On their way"), std::string::npos);
    post(import + "/left");
    EXPECT_EQ(location(get(import + "/review")), "/school/imports");
    EXPECT_TRUE(store::files(db, school.school, import_id(import)).empty());
}

TEST_F(Importing, leads_from_the_steps_of_an_import_that_is_done_to_what_it_did) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    take_columns(import);
    post(import + "/done", {{"plan", hidden_plan(get(import + "/review").body)}});
    auto const written = records();
    for (auto const* step : {"/columns", "/check", "/review"})
        EXPECT_EQ(location(get(import + step)), import) << step;
    for (auto const* step : {"/columns", "/matches", "/done", "/left"})
        EXPECT_EQ(location(post(import + step)), import) << step;
    EXPECT_EQ(records(), written);
    EXPECT_NE(get(import).body.find("1 pupil added."), std::string::npos);
    EXPECT_EQ(get("/school/imports/" + std::string(id_of(school.sam).text()) + "/review").status, 404);
}

TEST_F(Importing, forgets_the_files_of_an_import_that_nobody_ended) {
    std::string const file = "Surname,Forename,DOB\nLee,Bo,27/03/2017\n";
    auto const old = started(file);
    auto const recent = started(file);
    auto const began = [&](std::string const& import, int days_ago) {
        db.run(
            "UPDATE import SET started_at = $1 WHERE school_id = 1 AND id = $2",
            school.now - days_ago * (24 * hours),
            import_id(import)
        );
    };
    began(old, 15);
    began(recent, 13);
    started(file);
    EXPECT_TRUE(store::files(db, school.school, import_id(old)).empty());
    EXPECT_EQ(store::find(db, school.school, import_id(old))->state, State::left);
    EXPECT_FALSE(store::files(db, school.school, import_id(recent)).empty());
}

TEST_F(Importing, keeps_no_file_once_it_is_done) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    take_columns(import);
    post(import + "/done", {{"plan", hidden_plan(get(import + "/review").body)}});
    EXPECT_TRUE(store::files(db, school.school, import_id(import)).empty());
    EXPECT_EQ(get(import).status, 200);
}

TEST_F(Importing, brings_staff_with_roles_and_classes_once) {
    std::string const file =
        "Name,Email,Job title,Class\nAsha Rao,asha@example.org,Class teacher,4B\nBen Cox,,Caretaker,\nIvy "
        "Dean,,TA,\n";
    EXPECT_EQ(imported(file, "staff"), "3 people added.");
    auto const teaches = db.the<std::int64_t>(
        "SELECT count(*) FROM role_held r JOIN staff s ON s.school_id = r.school_id AND s.id = r.staff_id "
        "WHERE r.school_id = 1 AND s.name = 'Asha Rao' AND r.role = 'class_teacher' AND r.class_id IS NOT "
        "NULL"
    );
    EXPECT_EQ(teaches, 1);
    auto const written = records();
    EXPECT_EQ(imported(file, "staff"), "Nothing had to change.");
    EXPECT_EQ(records(), written + 2) << "that it was begun, and that it was done";
}

TEST_F(Importing, asks_who_somebody_is_of_whom_the_file_says_the_name_alone_and_takes_the_answer) {
    auto const senco = school.senco.name;
    auto const file = "Name,Job title\n" + senco + ",TA\n";
    auto const review_of = [&](std::string const& who) {
        auto const import = started(file, "staff");
        take_columns(import);
        auto const asked = get(import + "/review").body;
        EXPECT_NE(asked.find("Is this somebody who works here already?"), std::string::npos) << asked;
        EXPECT_EQ(post(import + "/matches", {{"row", "2"}}).status, 422);
        EXPECT_EQ(post(import + "/done", {{"plan", ""}}).status, 303);
        post(import + "/matches", {{"row", "2"}, {"person", who}});
        return get(import + "/review").body;
    };
    EXPECT_NE(review_of(std::string(school.senco.staff.text())).find("1 person changes"), std::string::npos);
    auto const added = review_of("new");
    EXPECT_NE(added.find("1 person is new"), std::string::npos);
    EXPECT_NE(added.find("Decide the doubtful rows again"), std::string::npos);
}

TEST_F(Importing, leaves_out_of_the_plan_a_role_that_the_administrator_may_not_give_themselves) {
    auto const own = school.administrator.name;
    db.run(
        "UPDATE staff SET address = 'own@school.example' WHERE school_id = $1 AND id = $2",
        school.school,
        school.administrator.staff
    );
    auto const import =
        started("Name,Email,Job title\n" + own + ",own@school.example,SENCo\nIvy Dean,,TA\n", "staff");
    take_columns(import);
    EXPECT_NE(get(import + "/check").body.find("IMP125"), std::string::npos);
    auto const review = get(import + "/review").body;
    EXPECT_EQ(review.find("person changes"), std::string::npos) << review;
    EXPECT_NE(review.find("1 person is new"), std::string::npos);
    EXPECT_NE(review.find("1 person is the same"), std::string::npos);
    EXPECT_NE(review.find("Row 2, SENCo: Nobody gives themselves a role"), std::string::npos);
    post(import + "/done", {{"plan", hidden_plan(review)}});
    EXPECT_NE(get(import).body.find("1 person added."), std::string::npos);
    auto const given = db.the<std::int64_t>(
        "SELECT count(*) FROM role_held WHERE staff_id = $1 AND role = 'senco'", school.administrator.staff
    );
    EXPECT_EQ(given, 0);
}

TEST_F(Importing, gives_no_class_to_a_teacher_whose_cell_names_two_and_passes_over_a_set) {
    auto const import = started(
        "Name,Job title,Class\nAsha Rao,Class teacher,4B; 5A\nBen Cox,Class teacher,4B; Maths 2\n", "staff"
    );
    take_columns(import);
    auto const check = get(import + "/check").body;
    EXPECT_NE(check.find("IMP115"), std::string::npos);
    EXPECT_NE(check.find("4B; 5A"), std::string::npos);
    EXPECT_EQ(check.find("Maths 2"), std::string::npos);
    post(import + "/done", {{"plan", hidden_plan(get(import + "/review").body)}});
    auto const teachers = db.all<std::string>(
        "SELECT s.name FROM role_held r JOIN staff s ON s.id = r.staff_id WHERE s.name IN ('Asha Rao', 'Ben "
        "Cox')"
    );
    EXPECT_EQ(teachers, std::vector<std::string>{"Ben Cox"});
}

}  // namespace
}  // namespace exchange
