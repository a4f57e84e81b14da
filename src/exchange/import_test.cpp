#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "exchange/actions.hpp"
#include "exchange/routes.hpp"
#include "exchange/store.hpp"
#include "http/router.hpp"
#include "pupils/class_store.hpp"
#include "pupils/contact_store.hpp"
#include "pupils/search_actions.hpp"
#include "pupils/store.hpp"
#include "support/small_school.hpp"

namespace {

using exchange::ImportId;

std::string sample(std::string const& path) {
    std::ifstream file("tests/samples/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

PupilId id_of(support::Child const& child) { return PupilId::parse(child.id.text()).value(); }

// The administrator at work: each request is answered as the routes say, within one transaction.
struct Importing : testing::Test {
    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();

    Importing() {
        db.begin(db::Mode::write);
        db.enter(school.school);
    }
    ~Importing() override { db.rollback(); }

    http::Response answer(http::Request request) {
        auto visit = school.visit(db, school.administrator);
        for (auto const& route : exchange::routes()) {
            auto segments = http::Pattern(route.path).match(request.path);
            if (route.method != request.method || !segments) continue;
            request.segments = *segments;
            if (route.prepare)
                if (auto at_once = route.prepare(visit, request)) return *at_once;
            return route.handle(visit, request);
        }
        return http::not_found();
    }
    http::Response get(std::string path) {
        http::Request request;
        request.method = "GET";
        request.path = std::move(path);
        return answer(std::move(request));
    }
    http::Response post(std::string path, std::vector<std::pair<std::string, std::string>> fields = {}) {
        http::Request request;
        request.method = "POST";
        request.path = std::move(path);
        request.form = Fields(std::move(fields));
        return answer(std::move(request));
    }
    http::Response upload(std::string data, std::string kind = "pupils") {
        return upload({{"C:\\Export\\pupils.csv", std::move(data)}}, std::move(kind));
    }
    http::Response upload(exchange::Files const& files, std::string kind = "pupils") {
        http::Request request;
        request.method = "POST";
        request.path = "/school/imports";
        request.form.add("kind", std::move(kind));
        for (auto const& [name, bytes] : files) request.uploads.push_back({"file", name, bytes});
        return answer(std::move(request));
    }
    static std::string location(http::Response const& response) {
        for (auto const& [name, value] : response.headers)
            if (text_of(name) == "location") return value;
        return {};
    }
    static std::string text_of(std::string name) {
        std::ranges::transform(name, name.begin(), [](unsigned char c) {
            return static_cast<char>(std::tolower(c));
        });
        return name;
    }

    // Where the import stands: "/school/imports/…".
    std::string started(std::string data, std::string kind = "pupils") {
        auto const path = location(upload(std::move(data), std::move(kind)));
        return path.substr(0, path.rfind('/'));
    }
    std::string hidden_plan(std::string const& page) {
        std::string const mark = "name=\"plan\" value=\"";
        auto const at = page.find(mark);
        if (at == page.npos) return {};
        auto const from = at + mark.size();
        return page.substr(from, page.find('"', from) - from);
    }
    // Sends the columns' form as the page shows it: with the version that it was made from.
    http::Response post_columns(
        std::string const& import, std::vector<std::pair<std::string, std::string>> fields
    ) {
        auto const stored = exchange::store::find(db, school.school, import_id(import)).value();
        fields.emplace_back("version", std::to_string(stored.version));
        return post(import + "/columns", std::move(fields));
    }
    // Takes the guessed columns as they are.
    http::Response take_columns(
        std::string const& import, std::vector<std::pair<std::string, std::string>> fields = {}
    ) {
        auto const stored = exchange::store::find(db, school.school, import_id(import)).value();
        auto const columns = exchange::columns_from(stored.columns).value();
        for (std::size_t at = 0; at < columns.size(); ++at)
            fields.emplace_back("column-" + std::to_string(at), exchange::as_text(columns[at]));
        return post_columns(import, fields);
    }
    static ImportId import_id(std::string const& import) {
        return ImportId::parse(import.substr(import.rfind('/') + 1)).value();
    }
    // From upload to done, without doubts.
    std::string imported(std::string const& data, std::string const& kind = "pupils") {
        auto const import = started(data, kind);
        take_columns(import);
        auto const plan = hidden_plan(get(import + "/review").body);
        EXPECT_EQ(post(import + "/done", {{"plan", plan}}).status, 303);
        return exchange::store::find(db, school.school, import_id(import))->summary;
    }
    std::int64_t records() { return db.the<std::int64_t>("SELECT count(*) FROM record WHERE school_id = 1"); }
    std::int64_t on_roll() { return pupils::store::on_roll(db, school.school, school.today); }
    pupils::actions::Found found(std::string_view typed) {
        return pupils::actions::search(db, school.school, typed, school.today);
    }
};

TEST_F(Importing, goes_from_upload_to_done_and_the_same_file_again_changes_nothing) {
    auto const before = on_roll();
    EXPECT_EQ(imported(sample("pupils/export.csv")), "20 pupils added and 2 classes made.");
    EXPECT_EQ(on_roll(), before + 20);
    ASSERT_EQ(found("rodri jam").pupils.size(), 1U);
    EXPECT_EQ(found("rodri jam").pupils[0].class_name, "3A");
    EXPECT_EQ(found("morgan 4b").pupils.size(), 2U);

    auto const written = records();
    EXPECT_EQ(imported(sample("pupils/export.csv")), "Nothing had to change.");
    EXPECT_EQ(records(), written);
    EXPECT_EQ(on_roll(), before + 20);
}

TEST_F(Importing, imports_the_students_of_a_school_data_sync_bundle) {
    EXPECT_EQ(imported(sample("sds-uk/Student.csv")), "22 pupils added.");
    EXPECT_EQ(found("klein").pupils.size(), 1U);
}

exchange::Files sample_bundle() {
    exchange::Files files;
    for (std::string const name :
         {"users", "roles", "orgs", "demographics", "classes", "enrollments", "relationships", "courses"})
        files.push_back({name + ".csv", sample("sds-2.1/" + name + ".csv")});
    return files;
}

TEST_F(Importing, joins_the_files_of_a_bundle_and_changes_nothing_the_second_time) {
    auto const bring = [&] {
        auto const path = location(upload(sample_bundle()));
        auto const import = path.substr(0, path.rfind('/'));
        auto const stored = exchange::store::find(db, school.school, import_id(import)).value();
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
        return exchange::store::find(db, school.school, import_id(import))->summary;
    };
    EXPECT_EQ(bring(), "3 pupils added and 1 class made.");
    auto const alice = found("smithee").pupils.at(0);
    EXPECT_EQ(alice.class_name, "Biology 10");
    EXPECT_EQ(pupils::contact_store::contacts_of(db, school.school, alice.id).at(0).name, "Bob Smithee");
    auto const written = records();
    EXPECT_EQ(bring(), "Nothing had to change.");
    EXPECT_EQ(records(), written);
}

TEST_F(Importing, keeps_what_it_takes_and_not_the_passwords_that_stood_beside_it) {
    auto const path = location(upload(sample_bundle()));
    auto const kept = exchange::store::files(db, school.school, import_id(path.substr(0, path.rfind('/'))));
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_NE(kept[0].bytes.find("Smithee"), std::string::npos);
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

TEST_F(Importing, writes_down_what_changed_from_and_to) {
    imported("UPN,Surname,Forename,DOB\nB801200005001,Lee,Bo,27/03/2017\n");
    auto const written = records();
    imported("UPN,Surname,Forename,DOB\nB801200005001,Lee-Smith,Bo,27/03/2017\n");
    EXPECT_EQ(records(), written + 2) << "the change, and that the import was done";
    auto const detail = db.the<std::string>(
        "SELECT detail FROM record WHERE school_id = 1 AND subject = 'pupil' ORDER BY number DESC LIMIT 1"
    );
    EXPECT_EQ(detail, R"({"legal_surname":["Lee","Lee-Smith"]})");
}

TEST_F(Importing, names_the_file_and_the_import_as_the_reason_of_every_change) {
    auto const before = records();
    imported(sample("pupils/export.csv"));
    imported("Name,Email,Job title,Class\nAsha Rao,asha@example.org,Class teacher,4B\n", "staff");
    auto const named = db.the<std::int64_t>(
        "SELECT count(*) FROM record WHERE school_id = 1 AND number > $1 AND why LIKE 'Import of pupils.csv "
        "(import %'",
        before
    );
    EXPECT_EQ(named, records() - before);
    EXPECT_GT(named, 20);
}

TEST_F(Importing, tells_in_the_log_who_decided_about_doubtful_rows_and_leavers) {
    imported("Surname,Forename,DOB\nLee,Bo,27/03/2017\nOh,Li,28/03/2017\nRay,Cy,29/03/2017\n");
    auto const leaver = std::string(found("ray cy").pupils.at(0).id.text());
    auto const bo = std::string(found("lee bo").pupils.at(0).id.text());
    auto const import = started("Surname,Forename,DOB\nLee,Bob,27/03/2017\nOh,Lia,28/03/2017\n");
    take_columns(import);
    post(import + "/matches", {{"row", "2"}, {"pupil", bo}});
    post(import + "/matches", {{"row", "3"}, {"pupil", "new"}});
    auto const plan = hidden_plan(get(import + "/review").body);
    post(import + "/done", {{"plan", plan}, {"leavers", leaver}});

    struct Last {
        std::string action, subject, subject_id, by, detail;
        auto columns() { return std::tie(action, subject, subject_id, by, detail); }
    };
    auto const [action, subject, subject_id, by, detail] = db.the<Last>(
        "SELECT action, subject, subject_id, by_staff_id, detail FROM record WHERE school_id = 1 "
        "ORDER BY number DESC LIMIT 1"
    );
    EXPECT_EQ(action + " " + subject, "ended import");
    EXPECT_EQ(subject_id, import.substr(import.rfind('/') + 1));
    EXPECT_EQ(by, school.administrator.staff.text());
    for (std::string const part :
         {R"("pupils_added":["","1"])",
          R"("pupils_changed":["","1"])",
          R"("leavers_ticked":["","1"])",
          R"("row 3":["","a new pupil"])"})
        EXPECT_NE(detail.find(part), detail.npos) << part << " in " << detail;
    EXPECT_NE(detail.find(R"("row 2":["",")" + bo), detail.npos) << detail;
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
    EXPECT_TRUE(exchange::store::latest(db, school.school).empty());
}

TEST_F(Importing, asks_for_the_columns_it_can_not_do_without) {
    auto const import = started("One,Two,Three\nLee,Bo,27/03/2017\n");
    EXPECT_EQ(take_columns(import).status, 422);
    auto const chosen = post_columns(
        import, {{"column-0", "legal_surname"}, {"column-1", "legal_forename"}, {"column-2", "born_on"}}
    );
    EXPECT_EQ(location(chosen), import + "/check");
}

TEST_F(Importing, remembers_the_columns_for_the_next_file_with_the_same_headings) {
    auto const first = started("One,Two,Three\nLee,Bo,27/03/2017\n");
    post_columns(
        first, {{"column-0", "legal_surname"}, {"column-1", "legal_forename"}, {"column-2", "born_on"}}
    );
    auto const next = started("One,Two,Three\nOh,Li,28/03/2017\n");
    auto const columns = exchange::store::find(db, school.school, import_id(next))->columns;
    EXPECT_EQ(columns, "legal_surname,legal_forename,born_on");
}

TEST_F(Importing, of_a_file_without_a_known_heading_says_so_and_offers_to_choose_another) {
    auto const known = get(started("Surname,Forename,DOB\nLee,Bo,27/03/2017\n") + "/columns").body;
    EXPECT_EQ(known.find("This may not be the right file"), std::string::npos);
    auto const import = started("Item,Price\nPencils,12\n");
    auto const page = get(import + "/columns").body;
    EXPECT_NE(page.find("This may not be the right file"), std::string::npos);
    for (auto const* body : {&known, &page}) EXPECT_NE(body->find("Choose another file"), std::string::npos);
    EXPECT_EQ(location(post(import + "/left")), "/school/imports");
    EXPECT_EQ(get(import + "/columns").status, 404);
}

TEST_F(Importing, says_one_warning_once_with_how_many_rows_it_is_about) {
    std::string file = "Surname,Forename,DOB,Class\n";
    for (auto const* name : {"Bo", "Li", "Al", "Mo", "Zoe"})
        file += "Lee," + std::string(name) + ",27/03/2017,\n";
    auto const import = started(file);
    take_columns(import);
    auto const page = get(import + "/check").body;
    auto const first = page.find("The pupil has no class in this file");
    ASSERT_NE(first, std::string::npos);
    EXPECT_EQ(page.find("The pupil has no class in this file", first + 1), std::string::npos);
    EXPECT_NE(page.find("2, 3, 4 and 2 more"), std::string::npos);
}

TEST_F(Importing, refuses_two_columns_with_one_meaning) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    auto const response = post_columns(
        import, {{"column-0", "legal_surname"}, {"column-1", "legal_surname"}, {"column-2", "born_on"}}
    );
    EXPECT_EQ(response.status, 422);
}

TEST_F(Importing, asks_how_dates_are_written_where_the_file_does_not_tell) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,3/4/2017\n");
    EXPECT_NE(get(import + "/columns").body.find("name=\"dates\""), std::string::npos);
    EXPECT_EQ(take_columns(import).status, 422);
    post_columns(
        import,
        {{"column-0", "legal_surname"},
         {"column-1", "legal_forename"},
         {"column-2", "born_on"},
         {"dates", "month_first"}}
    );
    EXPECT_NE(get(import + "/review").body.find("4 March 2017"), std::string::npos);
}

TEST_F(Importing, shows_every_fault_with_code_row_and_column_and_goes_no_further) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,31/02/2017\n,Li,27/03/2017\n");
    take_columns(import);
    auto const page = get(import + "/check").body;
    for (auto const* text : {"IMP004", "31/02/2017", "DOB", "IMP001"})
        EXPECT_NE(page.find(text), page.npos) << text;
    EXPECT_EQ(location(get(import + "/review")), import + "/check");
    auto const before = on_roll();
    EXPECT_EQ(location(post(import + "/done", {{"plan", "x"}})), import + "/check");
    EXPECT_EQ(on_roll(), before);
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

TEST_F(Importing, shows_the_review_again_where_the_school_changed_meanwhile) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    take_columns(import);
    auto const plan = hidden_plan(get(import + "/review").body);
    imported("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    auto const response = post(import + "/done", {{"plan", plan}});
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(response.body.find("changed since you looked"), std::string::npos);
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
    EXPECT_EQ(records(), written);
}

TEST_F(Importing, can_be_left_and_resumed) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    EXPECT_EQ(location(get(import)), import + "/columns");
    take_columns(import);
    EXPECT_EQ(location(get(import)), import + "/check");
    EXPECT_NE(get("/school/imports").body.find("On their way"), std::string::npos);
    post(import + "/left");
    EXPECT_EQ(get(import + "/review").status, 404);
    EXPECT_TRUE(exchange::store::files(db, school.school, import_id(import)).empty());
}

TEST_F(Importing, keeps_no_file_once_it_is_done) {
    auto const import = started("Surname,Forename,DOB\nLee,Bo,27/03/2017\n");
    take_columns(import);
    post(import + "/done", {{"plan", hidden_plan(get(import + "/review").body)}});
    EXPECT_TRUE(exchange::store::files(db, school.school, import_id(import)).empty());
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
    EXPECT_EQ(records(), written);
}

TEST_F(Importing, imports_the_teachers_of_a_school_data_sync_bundle) {
    EXPECT_EQ(imported(sample("sds-uk/Teacher.csv"), "staff"), "2 people added.");
}

}  // namespace
