#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/commands.hpp"
#include "support/small_school.hpp"

namespace {

struct Command {
    int code = 0;
    std::string out;
    std::string err;
};

struct ImportCommand : testing::Test {
    support::TestDatabase database;
    support::SmallSchool school{database};
    // Where the children's keys are.
    std::string const folder =
        (std::filesystem::temp_directory_path() / ("withy-import-data-" + std::to_string(getpid()))).string();

    ~ImportCommand() override { std::filesystem::remove_all(folder); }

    Command run(std::vector<std::string> const& arguments) {
        std::vector<char const*> words{
            "withy", "import", "pupils", "--database", database.url().c_str(), "--data", folder.c_str()};
        for (auto const& argument : arguments) words.push_back(argument.c_str());
        std::ostringstream out, err;
        auto const code = cli::run(static_cast<int>(words.size()), words.data(), {out, err});
        return {code, out.str(), err.str()};
    }
};
// A file of this text until the test ends.
struct TemporaryFile {
    explicit TemporaryFile(std::string_view text) { std::ofstream(path, std::ios::binary) << text; }
    ~TemporaryFile() { std::filesystem::remove(path); }
    TemporaryFile(TemporaryFile const&) = delete;
    TemporaryFile& operator=(TemporaryFile const&) = delete;

    std::string const path =
        (std::filesystem::temp_directory_path() / ("withy-import-" + std::to_string(getpid()) + ".csv"))
            .string();
};
bool holds(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

std::string const pupils_file = "tests/samples/pupils/export.csv";

TEST_F(ImportCommand, imports_once_and_changes_nothing_the_second_time) {
    auto const dry = run({pupils_file, "--school", "1", "--dry-run"});
    EXPECT_EQ(dry.code, 0) << dry.out << dry.err;
    EXPECT_TRUE(holds(dry.out, "20 to add")) << dry.out;
    EXPECT_TRUE(holds(dry.out, "dry run"));
    EXPECT_TRUE(holds(run({pupils_file, "--school", "1"}).out, "Done."));
    EXPECT_TRUE(holds(run({pupils_file, "--school", "1"}).out, "Nothing had to change."));
}

TEST_F(ImportCommand, says_what_each_column_is_taken_for_and_which_are_left_out) {
    TemporaryFile const file(
        "Surname,Forename,DOB,Priority 1 Contact,Court order\nLee,Bo,27/03/2017,Mo Lee,None\n"
    );
    auto const told = run({file.path, "--school", "1", "--dry-run"}).out;
    EXPECT_TRUE(holds(told, "Columns taken: Surname=legal_surname, Forename=legal_forename, DOB=born_on, "))
        << told;
    EXPECT_TRUE(holds(told, "Priority 1 Contact=contact_name:1\n")) << told;
    EXPECT_TRUE(holds(told, "Columns left out: Court order\n")) << told;
    auto const as_json = run({file.path, "--school", "1", "--dry-run", "--json"}).out;
    EXPECT_TRUE(holds(as_json, R"({"heading":"Court order","meaning":"ignored"})")) << as_json;
}

TEST_F(ImportCommand, says_beside_its_answer_what_it_is_at) {
    std::string const checked = "Reading export.csv\nChecking 20 rows\n";
    EXPECT_EQ(run({pupils_file, "--school", "1", "--dry-run"}).err, checked);
    auto const told = run({pupils_file, "--school", "1", "--json"});
    EXPECT_EQ(told.err, checked + "Saving\n");
    EXPECT_TRUE(told.out.starts_with("{\"done\":true")) << told.out;
}

TEST_F(ImportCommand, names_its_file_in_the_log_as_the_reason_of_every_change) {
    run({pupils_file, "--school", "1"});
    db::Transaction const transaction(database.connection(), db::Mode::read);
    database.connection().enter(school.school);
    struct Written {
        std::string action, subject, why;
        auto columns() { return std::tie(action, subject, why); }
    };
    auto const written = database.connection().all<Written>(
        "SELECT action, subject, why FROM record WHERE school_id = 1 AND by_name = 'withy import' ORDER BY "
        "number"
    );
    ASSERT_GT(written.size(), 20U);
    for (auto const& entry : written)
        EXPECT_TRUE(entry.why.starts_with("Import of export.csv (import ")) << entry.subject << entry.why;
    EXPECT_EQ(written.back().action + " " + written.back().subject, "ended import");
}

TEST_F(ImportCommand, says_whose_fourth_contact_is_left_out) {
    TemporaryFile const file(
        "Surname,Forename,DOB,Contact 1 name,Contact 4 name,Contact 4 email\n"
        "Lee,Bo,27/03/2017,Mo Lee,Al Lee,al@example.org\n"
    );
    auto const told = run({file.path, "--school", "1", "--dry-run"}).out;
    EXPECT_TRUE(holds(told, "IMP117 warning, row 2, column Contact 4 name: ")) << told;
    EXPECT_TRUE(holds(told, "on the pupil’s Contacts page (Al Lee)")) << told;
    auto const as_json = run({file.path, "--school", "1", "--dry-run", "--json"}).out;
    EXPECT_TRUE(holds(as_json, R"("code":"IMP117","row":2,"column":"Contact 4 name","value":"Al Lee")"))
        << as_json;
}

TEST_F(ImportCommand, answers_as_json) {
    auto const answer = run({pupils_file, "--school", "1", "--dry-run", "--json"}).out;
    EXPECT_TRUE(answer.starts_with("{\"done\":false,\"refusal\":\"\",\"added\":20")) << answer;
    EXPECT_TRUE(holds(answer, "\"code\":\"IMP101\",\"row\":4,\"column\":\"UPN\""));
}

TEST_F(ImportCommand, joins_several_files_and_asks_which_school_is_meant) {
    std::vector<std::string> arguments;
    for (std::string const name : {"users", "roles", "orgs", "demographics", "classes", "enrollments"})
        arguments.push_back("tests/samples/sds-2.1/" + name + ".csv");
    arguments.insert(arguments.end(), {"--school", "1"});
    auto const asked = run(arguments);
    EXPECT_EQ(asked.code, 1);
    EXPECT_TRUE(holds(asked.out, "School of TwoDotOne (110003)")) << asked.out;
    arguments.insert(arguments.end(), {"--of", "School of TwoDotOne"});
    auto const done = run(arguments);
    EXPECT_EQ(done.code, 0) << done.out << done.err;
    EXPECT_TRUE(holds(done.out, "3 to add"));
    EXPECT_TRUE(holds(done.out, "IMP110 warning, demographics.csv, row 2, column birthDate")) << done.out;
    EXPECT_TRUE(holds(run(arguments).out, "Nothing had to change."));
}

TEST_F(ImportCommand, takes_the_meaning_of_a_column_from_the_command_line) {
    std::vector<std::string> const plain{pupils_file, "--school", "1", "--dry-run"};
    auto const with = [&](std::string column) {
        auto arguments = plain;
        arguments.insert(arguments.end(), {"--column", std::move(column)});
        return run(arguments);
    };
    EXPECT_TRUE(holds(with("DOB=ignored").out, "IMP003"));
    EXPECT_TRUE(holds(with("DOB=born_on").out, "20 to add"));
    auto const no_column = with("Birth=born_on");
    EXPECT_TRUE(holds(no_column.out, "There is no column 'Birth'"));
    EXPECT_EQ(no_column.code, 2);
    auto const no_meaning = with("DOB=birthday");
    EXPECT_TRUE(holds(no_meaning.out, "HEADING=MEANING"));
    EXPECT_EQ(no_meaning.code, 2);
}

TEST_F(ImportCommand, reads_the_day_first_where_no_date_tells_and_says_how_to_say_otherwise) {
    TemporaryFile const file("Surname,Forename,DOB\nLee,Bo,04/03/2017\nOh,Al,05/06/2017\n");
    std::vector<std::string> arguments{file.path, "--school", "1"};
    auto const born_on = [&] {
        db::Transaction const transaction(database.connection(), db::Mode::read);
        database.connection().enter(school.school);
        return database.connection().the<std::string>(
            "SELECT born_on FROM pupil WHERE school_id = 1 AND legal_surname = 'Lee'"
        );
    };
    auto const asked = run({file.path, "--school", "1", "--dry-run", "--json"}).out;
    EXPECT_TRUE(holds(asked, R"("code":"IMP118","row":2,"column":"DOB","value":"04/03/2017")")) << asked;
    auto const month_first = run({file.path, "--school", "1", "--dry-run", "--dates", "month_first"});
    EXPECT_FALSE(holds(month_first.out, "IMP118")) << month_first.out;
    auto const done = run(arguments);
    EXPECT_EQ(done.code, 0) << done.out << done.err;
    EXPECT_TRUE(holds(done.out, "IMP118 warning, row 2, column DOB")) << done.out;
    EXPECT_TRUE(holds(done.out, "--dates month_first"));
    EXPECT_EQ(born_on(), "2017-03-04");
}

TEST_F(ImportCommand, warns_at_the_row_of_a_year_that_the_school_does_not_have) {
    TemporaryFile const file(
        "Surname,Forename,DOB,Year,Class\nLee,Bo,27/03/2017,4,4B\nOh,Al,27/01/2012,9,9A\n"
    );
    auto const done = run({file.path, "--school", "1"});
    EXPECT_EQ(done.code, 0) << done.out << done.err;
    EXPECT_TRUE(holds(done.out, "IMP124 warning, row 3, column Year: ")) << done.out;
    EXPECT_TRUE(holds(done.out, "(Year 9)\n")) << done.out;
    EXPECT_FALSE(holds(done.out, "row 2")) << done.out;
}

TEST_F(ImportCommand, names_the_row_that_may_be_a_child_who_is_here_and_not_the_child) {
    TemporaryFile const file("Surname,Forename,DOB\nOkafor,Zebedee,14/03/2017\n");
    for (auto const* const dry_run : {"", "--dry-run"}) {
        std::vector<std::string> arguments{file.path, "--school", "1", "--dates", "day_first"};
        if (*dry_run != '\0') arguments.emplace_back(dry_run);
        auto const told = run(arguments);
        EXPECT_EQ(told.code, 1) << told.err;
        EXPECT_TRUE(holds(
            told.out,
            "Row 2 may be a child who is here already. The same date of birth and surname, but another "
            "forename. Decide in the browser.\n"
        )) << told.out;
        EXPECT_FALSE(holds(told.out, "Sam ") || holds(told.out, "Okafor")) << told.out;
        arguments.emplace_back("--json");
        auto const as_json = run(arguments).out;
        EXPECT_TRUE(holds(as_json, R"("doubts":[{"row":2,"why":"The same date of birth and surname)"))
            << as_json;
        EXPECT_FALSE(holds(as_json, "\"Sam") || holds(as_json, "Okafor")) << as_json;
    }
}

TEST_F(ImportCommand, shows_no_date_of_birth_that_the_school_alone_knows) {
    auto& db = database.connection();
    {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        db.run(
            "UPDATE pupil SET upn = 'H801200001001' WHERE school_id = $1 AND id = $2",
            school.school,
            school.sam.id
        );
        transaction.commit();
    }
    TemporaryFile const file("Surname,Forename,DOB,UPN,Year\nOkafor,Sam,,H801200001001,1\n");
    auto const told = run({file.path, "--school", "1", "--dry-run"});
    EXPECT_TRUE(holds(told.out, "IMP123 warning, row 2, column Year: ")) << told.out;
    EXPECT_FALSE(holds(told.out, "2017")) << told.out;
    EXPECT_FALSE(holds(run({file.path, "--school", "1", "--dry-run", "--json"}).out, "2017"));
}

TEST_F(ImportCommand, tells_each_fault_in_one_line) {
    TemporaryFile const file(
        "Surname,Forename,DOB,\"Sex\nas given\"\nLee,Bo,27/03/2017,\"not\r\nsaid\t\x1b[2J\"\n"
    );
    auto const told = run({file.path, "--school", "1", "--dry-run", "--column", "Sex\nas given=sex"}).out;
    EXPECT_TRUE(holds(told, "IMP103 warning, row 2, column Sex, as given: ")) << told;
    EXPECT_TRUE(holds(told, "(not, said  [2J)\n")) << told;
}

TEST_F(ImportCommand, says_what_is_wrong) {
    EXPECT_EQ(run({"no/such/file.csv", "--school", "1"}).code, 2);
    auto const no_school = run({pupils_file, "--school", "99"});
    EXPECT_EQ(no_school.code, 2);
    EXPECT_TRUE(holds(no_school.err, "there is no school '99'; there is 1 (")) << no_school.err;
    EXPECT_EQ(run({pupils_file}).code, 2);
    auto const no_table = run({"tests/samples/SOURCES.md", "--school", "1"});
    EXPECT_EQ(no_table.code, 1);
    EXPECT_TRUE(holds(no_table.out, "Nothing was changed"));
}

}  // namespace
