// What an import leaves in the log.
#include "exchange/importing_test.hpp"

namespace exchange {
namespace {

TEST_F(Importing, writes_down_what_changed_from_and_to) {
    imported("UPN,Surname,Forename,DOB\nB801200005001,Lee,Bo,27/03/2017\n");
    auto const written = records();
    imported("UPN,Surname,Forename,DOB\nB801200005001,Lee-Smith,Bo,27/03/2017\n");
    EXPECT_EQ(records(), written + 3) << "the change, and that the import was begun and done";
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

TEST_F(Importing, tells_in_the_log_that_it_was_begun_and_left_by_somebody_or_by_its_time) {
    auto const log_of = [&](std::string const& import) {
        auto const entries = db.all<std::string>(
            "SELECT action || ' ' || coalesce(detail, '') FROM record WHERE school_id = 1 AND subject = "
            "'import' "
            "AND subject_id = $1 AND by_staff_id = $2 ORDER BY number",
            import_id(import),
            school.administrator.staff
        );
        return text::joined(entries, "; ");
    };
    std::string const file = "Surname,Forename,DOB\nLee,Bo,27/03/2017\n";
    auto const begun = R"(made {"state":["","columns"]})";
    auto const begun_and_left = R"(made {"state":["","columns"]}; ended {"state":["","left"]})";
    auto const import = started(file);
    EXPECT_EQ(log_of(import), begun);
    post(import + "/left");
    EXPECT_EQ(log_of(import), begun_and_left);

    auto const forgotten = started(file);
    db.run(
        "UPDATE import SET started_at = $1 WHERE school_id = 1 AND id = $2",
        school.now - 15 * (24 * hours),
        import_id(forgotten)
    );
    started(file);
    EXPECT_EQ(log_of(forgotten), begun_and_left);
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

}  // namespace
}  // namespace exchange
