#include "exchange/bundle_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "exchange/pupil_check_rules.hpp"

namespace {

using exchange::Code;
using exchange::Fault;
using exchange::Files;
using exchange::Kind;

auto const today = calendar::parse_iso("2026-05-12").value();

// A small primary school's bundle, as School Data Sync 2.1 writes it.
Files bundle() {
    return {
        {"users.csv",
         "sourcedId,username,givenName,familyName,password,email,phone\n"
         "7,bo,Bo,Lee,secret,,\n"
         "8,mo,Mo,Lee,secret,mo@example.org,0117 4960001\n"
         "9,al,Al,Oh,secret,,\n"
         "10,asha,Asha,Rao,secret,asha@example.org,\n"},
        {"roles.csv",
         "userSourcedId,orgSourcedId,role,sessionSourcedId,grade\n"
         "9,1,student,S1,4\n7,1,student,S1,R\n10,1,teacher,S1,\n"},
        {"demographics.csv",
         "userSourcedId,sex,birthDate,ethnicityCodes\n9,female,2017-03-27,x\n7,male,2020-10-02,x\n"
         "10,female,1980-01-01,x\n"},
        {"classes.csv", "sourcedId,orgSourcedId,title\nC1,1,Robins\nC2,1,4B\n"},
        {"enrollments.csv", "classSourcedId,userSourcedId,role\nC1,7,student\nC2,9,student\nC2,10,teacher\n"},
        {"relationships.csv", "userSourcedId,relationshipUserSourcedId,relationshipRole\n7,8,guardian\n"},
        {"userFlags.csv", "userSourcedId,flag\n7,iep\n"}};
}
std::string& bytes_of(Files& files, std::string_view name) {
    return std::ranges::find(files, name, &exchange::File::name)->bytes;
}
void take_out(Files& files, std::string_view name) {
    std::erase_if(files, [&](auto const& file) { return file.name == name; });
}
exchange::CheckedPupils checked(exchange::Sheet const& sheet) {
    auto const columns = exchange::guess(sheet, Kind::pupils);
    return exchange::checked_pupils(sheet, columns, exchange::DateOrder::day_first, today);
}
exchange::CheckedPupils checked(Files const& files) {
    return checked(exchange::read_files(files, Kind::pupils).value());
}
Fault refused(Files const& files, Kind kind = Kind::pupils) {
    auto const sheet = exchange::read_files(files, kind);
    return sheet ? Fault{} : sheet.error();
}
Files sample(std::string const& folder, std::initializer_list<char const*> names) {
    Files files;
    for (std::string const name : names) {
        std::ifstream file("tests/samples/" + folder + "/" + name, std::ios::binary);
        files.push_back({name, {std::istreambuf_iterator<char>(file), {}}});
    }
    return files;
}

TEST(Bundle, gathers_a_pupil_from_every_file) {
    auto const read = checked(bundle());
    EXPECT_EQ(read.faults, exchange::Faults{});
    ASSERT_EQ(read.pupils.size(), 2U);
    auto const& bo = read.pupils[0];
    EXPECT_EQ(bo.details.legal_forename + " " + bo.details.legal_surname, "Bo Lee");
    EXPECT_EQ(calendar::iso(bo.details.born_on), "2020-10-02");
    EXPECT_EQ(bo.details.sex + bo.details.year_group + bo.class_name, "MRRobins");
    EXPECT_EQ(bo.details.admission_number, "7");
    ASSERT_EQ(bo.contacts.size(), 1U);
    EXPECT_EQ(bo.contacts[0].contact.name, "Mo Lee");
    EXPECT_EQ(bo.contacts[0].contact.relationship, "guardian");
    EXPECT_EQ(bo.contacts[0].contact.address, "mo@example.org");
    EXPECT_FALSE(bo.contacts[0].says_responsibility);
    EXPECT_EQ(read.pupils[1].class_name, "4B");
}

TEST(Bundle, is_the_same_in_whatever_order_its_files_are_chosen) {
    auto files = bundle();
    auto const first = exchange::read_files(files, Kind::pupils)->heading;
    std::ranges::reverse(files);
    EXPECT_EQ(exchange::read_files(files, Kind::pupils)->heading, first);
    EXPECT_EQ(checked(files).pupils.size(), 2U);
}

TEST(Bundle, never_takes_over_passwords_or_ethnicity) {
    auto const sheet = exchange::read_files(bundle(), Kind::pupils).value();
    for (auto const& heading : sheet.heading)
        EXPECT_TRUE(heading != "password" && heading != "ethnicityCodes") << heading;
    EXPECT_EQ(sheet.unneeded, std::vector<std::string>{"userFlags.csv"});
}

TEST(Bundle, names_file_row_and_column_of_every_fault) {
    auto files = bundle();
    bytes_of(files, "demographics.csv") = "userSourcedId,birthDate\n9,2017-02-31\n7,2020-10-02\n";
    auto const read = checked(files);
    ASSERT_EQ(read.faults.size(), 1U);
    EXPECT_EQ(
        read.faults[0], (Fault{Code::birth_date_unreadable, 2, "birthDate", "2017-02-31", "demographics.csv"})
    );
}

TEST(Bundle, says_who_has_no_birth_date_in_it) {
    auto files = bundle();
    take_out(files, "demographics.csv");
    auto const read = checked(files);
    ASSERT_EQ(read.pupils.size(), 2U);
    EXPECT_EQ(
        read.pupils[1].without_birth_date,
        (Fault{Code::birth_date_missing, 4, "Date of birth", "", "users.csv"})
    );
}

TEST(Bundle, takes_birth_dates_from_any_file_with_the_same_ids) {
    auto files = bundle();
    take_out(files, "demographics.csv");
    files.push_back({"births.csv", "Pupil;Number;Born\nx;1;\n"});
    EXPECT_EQ(refused(files), (Fault{Code::file_does_not_fit, 0, "", "", "births.csv"}));
    files.back().bytes = "Surname;ID;DOB\nOh;9;27/03/2017\nLee;7;02/10/2020\n";
    auto const read = checked(files);
    EXPECT_EQ(read.faults, exchange::Faults{});
    EXPECT_EQ(calendar::iso(read.pupils.at(1).details.born_on), "2017-03-27");
}

TEST(Bundle, takes_births_beside_a_plain_list_by_upn) {
    Files const files{
        {"list.csv", "UPN,Surname,Forename,Class\nB801200005001,Lee,Bo,4B\n"},
        {"births.csv", "UPN,DOB\nB801200005001,27/03/2017\n"}};
    auto const read = checked(files);
    EXPECT_EQ(read.faults, exchange::Faults{});
    EXPECT_EQ(calendar::iso(read.pupils.at(0).details.born_on), "2017-03-27");
}

TEST(Bundle, refuses_two_rows_for_one_pupil_that_differ) {
    auto files = bundle();
    bytes_of(files, "demographics.csv") += "9,female,2017-03-28,x\n";
    auto const read = checked(files);
    ASSERT_EQ(read.faults.size(), 1U);
    EXPECT_EQ(read.faults[0], (Fault{Code::id_twice, 5, "userSourcedId", "9", "demographics.csv"}));
}

TEST(Bundle, gives_no_birth_date_to_two_pupils_of_one_id) {
    Files files{
        {"list.csv", "ID,Surname,Forename,Class\n7,Lee,Bo,4B\n8,Oh,Al,4B\n7,Rao,Asha,4B\n"},
        {"births.csv", "ID,DOB\n7,27/03/2017\n8,02/10/2017\n"}};
    auto const read = checked(files);
    EXPECT_EQ(read.faults, (exchange::Faults{{Code::id_twice, 4, "ID", "7", "list.csv"}}));
    EXPECT_TRUE(exchange::stops(read.faults));
    // A number that is no UPN joins files all the same.
    files = {
        {"list.csv", "UPN,Surname,Forename\n7,Lee,Bo\n7,Rao,Asha\n"},
        {"births.csv", "UPN,DOB\n7,27/03/2017\n"}};
    auto const faults = checked(files).faults;
    EXPECT_NE(std::ranges::find(faults, Fault{Code::id_twice, 3, "UPN", "7", "list.csv"}), faults.end());
}

TEST(Bundle, lets_a_list_repeat_a_pupil_for_each_contact_and_no_more) {
    Files files{
        {"list.csv", "ID,Surname,Forename,Contact 1 Name\n7,Lee,Bo,Mo Lee\n7,Lee,Bo,Jo Lee\n"},
        {"births.csv", "ID,DOB\n7,27/03/2017\n"}};
    auto const read = checked(files);
    EXPECT_FALSE(exchange::stops(read.faults));
    EXPECT_EQ(read.pupils.at(0).contacts.size(), 2U);
    // Users stand once each: nobody could tell to which of two addresses a letter goes.
    files = bundle();
    bytes_of(files, "users.csv") += "8,mo,Mo,Lee,secret,other@example.org,\n";
    EXPECT_EQ(checked(files).faults, (exchange::Faults{{Code::id_twice, 6, "sourcedId", "8", "users.csv"}}));
}

TEST(Bundle, lets_a_list_repeat_a_pupil_for_a_contact_who_is_left_out) {
    Files const files{
        {"list.csv", "ID,Surname,Forename,Contact 4 Name\n7,Lee,Bo,Mo Lee\n7,Lee,Bo,Jo Lee\n"},
        {"births.csv", "ID,DOB\n7,27/03/2017\n"}};
    auto const read = checked(files);
    EXPECT_FALSE(exchange::stops(read.faults));
    EXPECT_EQ(std::ranges::count(read.faults, Code::contacts_left_out, &Fault::code), 2);
}

TEST(Bundle, refuses_two_classes_of_one_id) {
    auto files = bundle();
    bytes_of(files, "classes.csv") += "C1,1,Wrens\n";
    EXPECT_EQ(
        checked(files).faults, (exchange::Faults{{Code::id_twice, 4, "sourcedId", "C1", "classes.csv"}})
    );
}

TEST(Bundle, guesses_no_class_for_a_pupil_in_several) {
    auto files = bundle();
    bytes_of(files, "enrollments.csv") += "C1,9,student\n";
    auto const read = checked(files);
    ASSERT_EQ(read.faults.size(), 1U);
    EXPECT_EQ(
        read.faults[0], (Fault{Code::several_classes, 3, "classSourcedId", "4B\nRobins", "enrollments.csv"})
    );
    EXPECT_EQ(read.pupils.at(1).class_name, "");
}

TEST(Bundle, leaves_out_what_stands_in_no_file_and_a_fourth_contact) {
    auto files = bundle();
    bytes_of(files, "enrollments.csv") += "C9,9,student\n";
    bytes_of(files, "relationships.csv") += "7,99,parent\n7,9,sibling\n7,10,friend\n7,8,aunt\n";
    auto const read = checked(files);
    ASSERT_EQ(read.faults.size(), 3U);
    EXPECT_EQ(read.faults[0], (Fault{Code::id_unknown, 5, "classSourcedId", "C9", "enrollments.csv"}));
    EXPECT_EQ(
        read.faults[1], (Fault{Code::id_unknown, 3, "relationshipUserSourcedId", "99", "relationships.csv"})
    );
    EXPECT_EQ(read.faults[2], (Fault{Code::contacts_left_out, 6, "", "7", "relationships.csv"}));
    EXPECT_FALSE(exchange::stops(read.faults));
}

TEST(Bundle, lets_a_person_say_which_of_several_schools_is_meant) {
    auto files = bundle();
    EXPECT_TRUE(exchange::read_files(files, Kind::pupils)->schools.empty());
    bytes_of(files, "roles.csv") += "9,2,student,S1,4\n7,2,teacher,S1,\n";
    files.push_back({"orgs.csv", "sourcedId,name,type\n1,Ashgrove Primary,school\n2,Elm Hall,school\n"});
    auto const sheet = exchange::read_files(files, Kind::pupils).value();
    ASSERT_EQ(sheet.schools.size(), 2U);
    EXPECT_EQ(sheet.schools[1].name, "Elm Hall");
    EXPECT_EQ(sheet.schools[1].pupils, 1U);
    EXPECT_EQ(exchange::school_called(sheet, "ashgrove primary"), "1");
    EXPECT_EQ(exchange::school_called(sheet, "Oak"), "");
    EXPECT_EQ(checked(exchange::of_school(sheet, "1")).pupils.size(), 2U);
    EXPECT_EQ(checked(exchange::of_school(sheet, "2")).pupils.at(0).details.legal_forename, "Al");
}

TEST(Bundle, is_refused_with_what_to_choose_instead) {
    auto files = bundle();
    EXPECT_EQ(refused(files, Kind::staff).code, Code::several_files);
    EXPECT_EQ(refused({files.front()}, Kind::staff).code, Code::roles_unsaid) << "pupils are among its users";
    bytes_of(files, "classes.csv") = "PK\x03\x04";
    EXPECT_EQ(refused(files), (Fault{Code::is_workbook, 0, "", "", "classes.csv"}));
    files = bundle();
    bytes_of(files, "roles.csv") = "userSourcedId,role\n10,teacher\n";
    EXPECT_EQ(refused(files).code, Code::nobody_is_a_student);
    take_out(files, "users.csv");
    EXPECT_EQ(refused(files).code, Code::no_file_of_pupils);
    EXPECT_EQ(refused({}).code, Code::file_empty);
}

// A table whose headings all end in "id", with another value in every cell.
std::string table_of_ids(std::string const& begins, int columns, int rows) {
    auto csv = begins;
    for (int row = 0; row <= rows; ++row) {
        if (row > 0) csv += "\nLee,Bo";
        for (int column = 0; column < columns; ++column)
            csv += "," + (row == 0 ? "key" + std::to_string(column) + "id"
                                   : std::to_string(row) + "-" + std::to_string(column));
    }
    return csv + "\n";
}

TEST(AFileAlone, needs_more_than_one_column_to_say_who_a_pupil_is) {
    Files const letter{{"letter.txt", "Dear parents\nWe write about the trip\nYours\n"}};
    EXPECT_EQ(refused(letter).code, Code::one_column);
    EXPECT_TRUE(exchange::read_files({{"staff.csv", "Name\nJoan Barker\n"}}, Kind::staff));
}

TEST(Bundle, is_joined_by_the_pair_of_columns_with_the_most_ids_in_common) {
    Files const files{
        {"list.csv", "Class ID,Old ID,ID,Surname,Forename\n1,,7,Lee,Bo\n2,3,8,Oh,Al\n3,,9,Rao,Asha\n"},
        {"births.csv", "Number,Pupil ID,DOB\n3,9,27/03/2017\n2,8,02/10/2017\n5,7,03/10/2017\n"}};
    auto const read = checked(files);
    ASSERT_EQ(read.pupils.size(), 3U);
    EXPECT_EQ(calendar::iso(read.pupils[0].details.born_on), "2017-10-03");
    EXPECT_EQ(calendar::iso(read.pupils[2].details.born_on), "2017-03-27");
}

TEST(Bundle, looks_at_twenty_columns_of_ids_in_a_file_and_no_more) {
    auto const names = "Surname,Forename";
    auto const few = table_of_ids(names, 20, 4);
    auto const many = table_of_ids(names, 21, 5);
    EXPECT_TRUE(exchange::read_files({{"a.csv", few}, {"b.csv", table_of_ids(names, 20, 5)}}, Kind::pupils));
    EXPECT_EQ(
        refused({{"a.csv", few}, {"b.csv", many}}), (Fault{Code::too_many_id_columns, 0, "", "", "b.csv"})
    );
    EXPECT_EQ(
        refused({{"b.csv", many}, {"a.csv", few}}), (Fault{Code::too_many_id_columns, 0, "", "", "b.csv"})
    );
}

TEST(Bundle, is_refused_where_its_files_together_are_too_much) {
    Files files{{"list.csv", "ID,Surname,Forename\n7,Lee,Bo\n"}};
    for (auto const* name : {"b.csv", "c.csv"}) {
        std::string heading = "ID", row = "7";
        for (int column = 0; column < 120; ++column) {
            heading += "," + (name + std::to_string(column));
            row += ",x";
        }
        files.push_back({name, heading + "\n" + row + "\n"});
    }
    EXPECT_EQ(refused(files).code, Code::too_much_together);
    files.pop_back();
    EXPECT_TRUE(exchange::read_files(files, Kind::pupils));
}

TEST(Bundle, passes_over_files_with_headings_alone) {
    auto files = bundle();
    bytes_of(files, "relationships.csv") = "userSourcedId,relationshipUserSourcedId,relationshipRole\n";
    EXPECT_TRUE(checked(files).pupils.at(0).contacts.empty());
}

TEST(Bundle, reads_the_samples_of_both_versions) {
    auto const later = exchange::read_files(
        sample(
            "sds-2.1",
            {"academicSessions.csv",
             "classes.csv",
             "courses.csv",
             "demographics.csv",
             "enrollments.csv",
             "orgs.csv",
             "relationships.csv",
             "roles.csv",
             "userFlags.csv",
             "users.csv"}
        ),
        Kind::pupils
    );
    ASSERT_TRUE(later);
    EXPECT_EQ(
        later->unneeded, (std::vector<std::string>{"academicSessions.csv", "courses.csv", "userFlags.csv"})
    );
    auto const school = exchange::of_school(*later, exchange::school_called(*later, "School of TwoDotOne"));
    auto const read = checked(school);
    EXPECT_FALSE(exchange::stops(read.faults));
    ASSERT_EQ(read.pupils.size(), 3U);
    EXPECT_EQ(read.pupils[2].details.legal_surname, "Smithee");
    EXPECT_EQ(read.pupils[2].contacts.at(0).contact.name, "Bob Smithee");
    EXPECT_EQ(read.pupils[2].class_name, "Biology 10");

    auto const earlier = exchange::read_files(
        sample(
            "sds-uk",
            {"School.csv",
             "Section.csv",
             "Student.csv",
             "StudentEnrollment.csv",
             "Teacher.csv",
             "TeacherRoster.csv"}
        ),
        Kind::pupils
    );
    ASSERT_TRUE(earlier);
    EXPECT_EQ(earlier->unneeded, (std::vector<std::string>{"Teacher.csv", "TeacherRoster.csv"}));
    auto const columns = exchange::guess(*earlier, Kind::pupils);
    auto const pupils = exchange::checked_pupils(*earlier, columns, exchange::DateOrder::month_first, today);
    EXPECT_FALSE(exchange::stops(pupils.faults));
    EXPECT_EQ(pupils.pupils.size(), 22U);
}

}  // namespace
