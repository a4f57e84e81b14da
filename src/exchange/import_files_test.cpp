// Which files an import takes, and what it keeps of them.
#include "exchange/importing_test.hpp"

namespace exchange {
namespace {

TEST_F(Importing, imports_the_students_of_a_school_data_sync_bundle) {
    EXPECT_EQ(imported(sample("sds-uk/Student.csv")), "22 pupils added.");
    EXPECT_EQ(found("klein").pupils.size(), 1U);
}

Files sample_bundle() {
    Files files;
    for (std::string const name :
         {"users", "roles", "orgs", "demographics", "classes", "enrollments", "relationships", "courses"})
        files.push_back({name + ".csv", sample("sds-2.1/" + name + ".csv")});
    return files;
}

TEST_F(Importing, joins_the_files_of_a_bundle_and_changes_nothing_the_second_time) {
    auto const bring = [&] {
        auto const path = location(upload(sample_bundle()));
        auto const import = path.substr(0, path.rfind('/'));
        auto const stored = store::find(db, school.school, import_id(import)).value();
        EXPECT_EQ(stored.file_name, "classes.csv, courses.csv and 6 more");
        auto const page = get(import + "/columns").body;
        for (auto const* text :
             {"birthDate (demographics.csv)", "School of TwoDotOne", "takes nothing from courses.csv"})
            EXPECT_NE(page.find(text), page.npos) << text;
        EXPECT_EQ(page.find("P@ssword"), page.npos);
        EXPECT_EQ(take_columns(import).status, 422);
        EXPECT_EQ(take_columns(import, {{"of_school", "110003"}}).status, 303);
        auto const plan = hidden_plan(get(import + "/review").body);
        EXPECT_EQ(post(import + "/done", {{"plan", plan}}).status, 303);
        return store::find(db, school.school, import_id(import))->summary;
    };
    EXPECT_EQ(bring(), "3 pupils added and 1 class made.");
    auto const alice = found("smithee").pupils.at(0);
    EXPECT_EQ(alice.class_name, "Biology 10");
    EXPECT_EQ(pupils::contact_store::contacts_of(db, school.school, alice.id).at(0).name, "Bob Smithee");
    auto const written = records();
    EXPECT_EQ(bring(), "Nothing had to change.");
    EXPECT_EQ(records(), written + 2) << "that it was begun, and that it was done";
}

TEST_F(Importing, keeps_what_it_takes_and_not_the_passwords_that_stood_beside_it) {
    auto const path = location(upload(sample_bundle()));
    auto const kept = store::files(db, school.school, import_id(path.substr(0, path.rfind('/'))));
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_NE(kept[0].bytes.find("Smithee"), std::string::npos);
    EXPECT_EQ(kept[0].bytes.find("P@ssword"), std::string::npos);
}

TEST_F(Importing, neither_shows_nor_keeps_the_passwords_of_a_file_alone) {
    auto const import = started(sample("sds-uk/Student.csv"));
    auto const page = get(import + "/columns").body;
    EXPECT_NE(page.find("takes nothing from the column “Password”"), page.npos);
    EXPECT_EQ(page.find("P@ssword"), page.npos);
    auto const kept = store::files(db, school.school, import_id(import));
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_NE(kept[0].bytes.find("Klein"), std::string::npos);
    EXPECT_EQ(kept[0].bytes.find("P@ssword"), std::string::npos);
}

TEST_F(Importing, goes_on_with_files_that_an_earlier_version_kept) {
    auto const path = location(upload(sample_bundle()));
    auto const import = path.substr(0, path.rfind('/'));
    db.run("DELETE FROM import_file WHERE school_id = 1");
    std::int64_t number = 0;
    for (auto const& [name, bytes] : sample_bundle())
        db.run(
            "INSERT INTO import_file (school_id, import_id, number, name, bytes) VALUES (1, $1, $2, $3, $4)",
            import_id(import),
            ++number,
            name,
            db::Bytes{bytes}
        );
    EXPECT_NE(get(import + "/columns").body.find("birthDate (demographics.csv)"), std::string::npos);
}

TEST_F(Importing, names_the_file_that_it_refuses_and_that_a_fault_is_in) {
    auto files = sample_bundle();
    files[3].bytes = "userSourcedId,birthDate\n114001,2001-02-31\n114003,2002-03-02\n114004,2001-09-02\n";
    auto const path = location(upload(files));
    auto const import = path.substr(0, path.rfind('/'));
    take_columns(import, {{"of_school", "110003"}});
    auto const page = get(import + "/check").body;
    for (auto const* text : {"IMP004", "2001-02-31", "demographics.csv"})
        EXPECT_NE(page.find(text), page.npos) << text;
    files[4].bytes = "PK\x03\x04";
    auto const refused = upload(files);
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.find("classes.csv: "), refused.body.npos);
}

TEST_F(Importing, knows_pupils_without_birth_dates_by_their_numbers_and_guesses_nobody) {
    imported("ID,Surname,Forename,DOB\n7,Lee,Bo,27/03/2017\n");
    EXPECT_EQ(imported("ID,Surname,Forename,Class\n7,Lee,Bo,4B\n"), "1 pupil changed.");
    EXPECT_EQ(found("lee bo").pupils.at(0).class_name, "4B");
    auto const import = started("ID,Surname,Forename,Class\n7,Lee,Bo,4B\n8,Lee,Bo,4B\n9,Oh,Li,4B\n");
    take_columns(import);
    auto const page = get(import + "/check").body;
    EXPECT_NE(page.find("2 rows have to be mended first"), page.npos);
    EXPECT_NE(page.find("IMP003"), page.npos);
}

TEST_F(Importing, refuses_what_is_no_csv_with_a_code) {
    auto const response = upload("PK\x03\x04");
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(response.body.find("IMP906"), std::string::npos);
    EXPECT_EQ(upload("").status, 422);
    http::Request nothing;
    nothing.method = "POST";
    nothing.path = "/school/imports";
    EXPECT_EQ(answer(nothing).status, 422);
    EXPECT_TRUE(store::latest(db, school.school).empty());
}

TEST_F(Importing, imports_the_teachers_of_a_school_data_sync_bundle) {
    EXPECT_EQ(imported(sample("sds-uk/Teacher.csv"), "staff"), "2 people added.");
}

}  // namespace
}  // namespace exchange
