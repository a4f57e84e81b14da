#include "exchange/pupil_check_rules.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace {

using exchange::Code;
using exchange::DateOrder;
using exchange::Kind;

auto const today = calendar::parse_iso("2026-05-12").value();

exchange::CheckedPupils checked(std::string_view csv, DateOrder order = DateOrder::day_first) {
    auto const sheet = exchange::read_sheet(csv, Kind::pupils).value();
    return exchange::checked_pupils(sheet, exchange::guess(sheet, Kind::pupils), order, today);
}
std::vector<Code> codes(exchange::CheckedPupils const& checked) {
    std::vector<Code> found;
    for (auto const& fault : checked.faults) found.push_back(fault.code);
    return found;
}
using Codes = std::vector<Code>;
std::string const heading = "UPN,Surname,Forename,DOB,Sex,Year,Class,SEN\n";

TEST(PupilCheck, reads_a_row_with_everything) {
    auto const read =
        checked(heading + "b801200005001,O’Brien,Zoë,27/03/2017,Female,Year 4,4B,SEN support\n");
    EXPECT_TRUE(read.faults.empty());
    ASSERT_EQ(read.pupils.size(), 1U);
    auto const& pupil = read.pupils[0];
    EXPECT_EQ(pupil.row, 2);
    EXPECT_EQ(pupil.details.upn, "B801200005001");
    EXPECT_EQ(calendar::iso(pupil.details.born_on), "2017-03-27");
    EXPECT_EQ(pupil.details.sex + pupil.details.year_group + pupil.details.sen_provision, "F4K");
    EXPECT_EQ(pupil.class_name, "4B");
}

TEST(PupilCheck, names_the_first_date_that_can_be_read_either_way_where_all_can) {
    auto const warned = [](std::string_view csv) {
        auto const sheet = exchange::read_sheet(csv, Kind::pupils).value();
        return exchange::day_taken_first(sheet, exchange::guess(sheet, Kind::pupils));
    };
    EXPECT_EQ(
        warned("Surname,Forename,DOB\nRao,Al,05/05/2017\nLee,Bo,04/03/2017\nOh,Li,05/06/2017\n"),
        (exchange::Fault{Code::dates_read_day_first, 3, "DOB", "04/03/2017"})
    );
    EXPECT_EQ(warned("Surname,Forename,DOB\nLee,Bo,04/03/2017\nOh,Li,25/06/2017\n"), std::nullopt);
    EXPECT_EQ(warned("Surname,Forename,DOB\nLee,Bo,2017-03-04\n"), std::nullopt);
}

TEST(PupilCheck, says_where_no_column_tells_who_holds_parental_responsibility) {
    auto const warned = [](std::string_view csv) {
        auto const sheet = exchange::read_sheet(csv, Kind::pupils).value();
        auto const columns = exchange::guess(sheet, Kind::pupils);
        auto const pupils = exchange::checked_pupils(sheet, columns, DateOrder::day_first, today).pupils;
        return exchange::responsibility_unsaid(pupils, columns).has_value();
    };
    EXPECT_TRUE(warned("Surname,Forename,DOB,Parent 1 Name\nRao,Al,25/05/2017,Mo Rao\n"));
    EXPECT_FALSE(warned("Surname,Forename,DOB,Parent 1 Name\nRao,Al,25/05/2017,\n"));
    EXPECT_FALSE(warned("Surname,Forename,DOB,Parent 1 Name,Parental resp.\nRao,Al,25/05/2017,Mo Rao,yes\n"));
    EXPECT_TRUE(exchange::is_warning(Code::responsibility_unsaid));
}

TEST(PupilCheck, knows_a_child_again_among_all_that_were_born_on_one_day) {
    std::string rows = "Surname,Forename,DOB\n";
    for (int i = 0; i < 10'000; ++i) rows += "Lee,Bo" + std::to_string(i) + ",01/01/2017\n";
    auto const read = checked(rows + "LEE,bo 17,01/01/2017\n");
    EXPECT_EQ(read.pupils.size(), 10'000U);
    EXPECT_EQ(codes(read), Codes{Code::pupil_twice});
}

TEST(PupilCheck, refuses_a_child_who_stands_in_two_rows_once_under_the_preferred_name) {
    std::string const names = "Surname,Forename,Preferred Forename,DOB\n";
    std::string const eleanor = "Gurung,Eleanor,Nell,11/12/2017\n";
    std::string const nell = "Gurung,Nell,,11/12/2017\n";
    EXPECT_EQ(codes(checked(names + eleanor + nell)), Codes{Code::pupil_twice});
    EXPECT_EQ(codes(checked(names + nell + eleanor)), Codes{Code::pupil_twice});
    EXPECT_EQ(codes(checked(names + eleanor + "Gurung,Nora,,11/12/2017\n")), Codes{}) << "twins";
}

TEST(PupilCheck, marks_a_legal_name_that_the_file_does_not_give) {
    auto const read = checked("Surname,Forename,Preferred Forename,DOB\nGurung,,Nell,11/12/2017\n");
    ASSERT_EQ(read.pupils.size(), 1U);
    EXPECT_EQ(read.pupils[0].details.legal_forename, "Nell");
    EXPECT_TRUE(read.pupils[0].without_legal_forename);
    EXPECT_FALSE(read.pupils[0].without_legal_surname);
}

TEST(PupilCheck, says_every_fault_of_a_row_with_its_column) {
    auto const read = checked(heading + ",,,31/02/2017,,4,4B,\n");
    EXPECT_EQ(
        codes(read), (Codes{Code::forename_missing, Code::surname_missing, Code::birth_date_unreadable})
    );
    EXPECT_EQ(read.faults[2], (exchange::Fault{Code::birth_date_unreadable, 2, "DOB", "31/02/2017"}));
    EXPECT_TRUE(read.pupils.empty());
}

TEST(PupilCheck, warns_and_goes_on) {
    auto const read =
        checked(heading + "A801200005001,Lee,Bo,27/03/2017,?,Owls,4B,Z\n" + "TBC,Oh,Li,27/03/2004,M,4,,N\n");
    EXPECT_EQ(
        codes(read),
        (Codes{
            Code::upn_letter_wrong,
            Code::sex_unknown,
            Code::year_unknown,
            Code::sen_unknown,
            Code::upn_malformed,
            Code::age_unlikely,
            Code::class_missing})
    );
    EXPECT_FALSE(exchange::stops(read.faults));
    ASSERT_EQ(read.pupils.size(), 2U);
    EXPECT_EQ(read.pupils[0].details.upn, "A801200005001");
    EXPECT_EQ(read.pupils[1].details.upn, "");
}

TEST(PupilCheck, refuses_a_birth_date_that_is_still_to_come) {
    EXPECT_EQ(codes(checked(heading + ",Lee,Bo,27/03/2027,M,4,4B,N\n")), Codes{Code::birth_date_to_come});
}

TEST(PupilCheck, refuses_a_birth_date_that_no_pupil_can_have) {
    for (auto const* day : {"27/03/1850", "27/03/1912", "01/01/1900"})
        EXPECT_EQ(
            codes(checked(heading + ",Lee,Bo," + day + ",M,4,4B,N\n")), Codes{Code::birth_date_too_early}
        );
}

TEST(PupilCheck, refuses_names_that_are_too_long) {
    auto const read = checked(heading + "," + std::string(101, 'x') + ",Bo,27/03/2017,M,4,4B,N\n");
    EXPECT_EQ(codes(read), (Codes{Code::too_long, Code::surname_missing}));
}

TEST(PupilCheck, gathers_the_contacts_of_a_pupil_who_stands_in_several_rows) {
    auto const read = checked(
        "Surname,Forename,DOB,Contact Name,Contact Email\n"
        "Lee,Bo,27/03/2017,Mo Lee,mo@example.org\n"
        "Lee,Bo,27/03/2017,Al Lee,\n"
    );
    EXPECT_EQ(codes(read), Codes{Code::pupil_repeated});
    ASSERT_EQ(read.pupils.size(), 1U);
    ASSERT_EQ(read.pupils[0].contacts.size(), 2U);
    EXPECT_EQ(read.pupils[0].contacts[1].contact.name, "Al Lee");
}

TEST(PupilCheck, refuses_one_upn_for_two_children_and_one_child_with_two_stories) {
    EXPECT_EQ(
        codes(checked(
            heading + "B801200005001,Lee,Bo,27/03/2017,M,4,4B,N\nB801200005001,Oh,Li,1/1/2017,M,4,4B,N\n"
        )),
        Codes{Code::upn_twice}
    );
    EXPECT_EQ(
        codes(checked(heading + ",Lee,Bo,27/03/2017,M,4,4B,N\n,Lee,Bo,27/03/2017,M,4,4A,N\n")),
        Codes{Code::pupil_twice}
    );
}

TEST(PupilCheck, keeps_namesakes_of_one_day_apart_by_their_upns) {
    auto const read = checked(
        heading + "B801200005001,Lee,Bo,27/03/2017,M,4,4B,N\nA950000178301,Lee,Bo,27/03/2017,M,4,4A,N\n"
    );
    EXPECT_EQ(read.pupils.size(), 2U);
}

TEST(PupilCheck, leaves_out_footers_and_cells_without_a_heading) {
    auto const read = checked(heading + ",Lee,Bo,27/03/2017,M,4,4B,N,more\nTotal: 1\n");
    EXPECT_EQ(codes(read), (Codes{Code::cells_without_heading, Code::not_a_pupil}));
    EXPECT_EQ(read.pupils.size(), 1U);
}

TEST(PupilCheck, leaves_out_contacts_without_a_name_and_unlikely_addresses) {
    auto const read = checked(
        "Surname,Forename,DOB,Contact 1 Name,Contact 1 Email,Contact 2 Name,Contact 2 Phone\n"
        "Lee,Bo,27/03/2017,Mo Lee,none,,0123\n"
    );
    EXPECT_EQ(codes(read), (Codes{Code::address_unlikely, Code::contact_without_name}));
    ASSERT_EQ(read.pupils[0].contacts.size(), 1U);
    EXPECT_EQ(read.pupils[0].contacts[0].contact.address, "");
}

// C7: whom a court order keeps away is not asked.
TEST(PupilCheck, takes_a_court_order_as_it_is_said) {
    std::string const contacts = "Surname,Forename,DOB,Contact 1 Name,Contact 1 Court Order\n";
    auto const order_of = [&](std::string const& cell) {
        auto const read = checked(contacts + "Lee,Bo,27/03/2017,Mo Lee," + cell + "\n");
        auto const& order = read.pupils.at(0).contacts.at(0).contact.restriction;
        EXPECT_EQ(codes(read), order.empty() ? Codes{} : Codes{Code::order_taken}) << cell;
        return order;
    };
    for (auto const* words : {"No contact before June", "не можна", "See file"})
        EXPECT_EQ(order_of(words), words) << "whoever imports is told";
    for (auto const* none :
         {"",
          "No",
          "none",
          "N/A",
          "0",
          "-",
          "–",
          "No order",
          "No restrictions",
          "Not applicable",
          "None known"})
        EXPECT_EQ(order_of(none), "") << none;
    for (auto const* tick : {"Yes", "✓", "☑"})
        EXPECT_NE(order_of(tick).find("A court order stands"), std::string::npos) << tick;
    for (auto const* nobody_knows : {"?", "unknown"}) {
        auto const read = checked(contacts + "Lee,Bo,27/03/2017,Mo Lee," + nobody_knows + "\n");
        EXPECT_EQ(codes(read), Codes{Code::neither_yes_nor_no}) << nobody_knows;
    }
    auto const long_one = checked(contacts + "Lee,Bo,27/03/2017,Mo Lee," + std::string(301, 'x') + "\n");
    EXPECT_EQ(codes(long_one), Codes{Code::order_too_long});
    EXPECT_NE(long_one.pupils[0].contacts[0].contact.restriction, "") << "it is never lost";
}

TEST(PupilCheck, loses_no_court_order_that_stands_where_nobody_looks_for_one) {
    auto const nameless =
        checked("Surname,Forename,DOB,Contact 1 Name,Contact 1 Court Order\nLee,Bo,27/03/2017,,No contact\n");
    EXPECT_EQ(codes(nameless), (Codes{Code::order_taken, Code::contact_without_name}));
    auto const twice = checked(
        "UPN,Surname,Forename,DOB,Contact 1 Name,Contact 2 Name,Contact 2 Court Order\n"
        "B801200005001,Lee,Bo,27/03/2017,Mo Lee,mo lee,No contact\n"
    );
    EXPECT_EQ(twice.pupils.at(0).contacts.at(0).contact.restriction, "No contact");
    auto const of_the_child = checked(
        "Surname,Forename,DOB,Court Order,Dietary restrictions\nLee,Bo,27/03/2017,Dad: no "
        "contact,Vegetarian\n"
        "Lee,Al,28/04/2018,No,\n"
    );
    EXPECT_EQ(codes(of_the_child), Codes{Code::order_left_out}) << "nothing says whom it keeps away";
}

TEST(PupilCheck, takes_neither_yes_nor_no_for_no) {
    std::string const contacts =
        "Surname,Forename,DOB,Contact 1 Name,Contact 1 Parental Responsibility,Contact 1 Lives With\n";
    auto const said = [&](std::string const& cells) {
        auto const read = checked(contacts + "Lee,Bo,27/03/2017,Mo Lee," + cells + "\n");
        auto const& contact = read.pupils.at(0).contacts.at(0);
        return std::tuple(
            codes(read),
            contact.says_responsibility,
            contact.contact.responsibility,
            contact.says_lives_with,
            contact.contact.lives_with
        );
    };
    EXPECT_EQ(said("Yes,N"), std::tuple(Codes{}, true, true, true, false));
    EXPECT_EQ(said("false,1"), std::tuple(Codes{}, true, false, true, true));
    EXPECT_EQ(said(","), std::tuple(Codes{}, false, false, false, false));
    Codes const both{Code::neither_yes_nor_no, Code::neither_yes_nor_no};
    EXPECT_EQ(said("Shared,Weekends"), std::tuple(both, false, false, false, false));
    EXPECT_TRUE(exchange::is_warning(Code::neither_yes_nor_no));
}

TEST(PupilCheck, says_whose_fourth_and_further_contacts_are_left_out) {
    std::string const contacts =
        "Surname,Forename,DOB,Contact 1 Name,Contact 4 Parental Responsibility,Contact 4 Name,Contact 5 "
        "Name\n";
    auto const read =
        checked(contacts + "Lee,Bo,27/03/2017,Mo Lee,Yes,Al Lee,Di Lee\nOh,Li,28/03/2017,Ed Oh,No,,\n");
    EXPECT_EQ(
        read.faults,
        (exchange::Faults{
            {Code::contacts_left_out, 2, "Contact 4 Name", "Al Lee"},
            {Code::contacts_left_out, 2, "Contact 5 Name", "Di Lee"}})
    );
    EXPECT_EQ(read.pupils[0].contacts.size(), 1U);
    EXPECT_TRUE(exchange::is_warning(Code::contacts_left_out));
}

TEST(PupilCheck, leaves_no_contact_out_whose_column_was_given_a_meaning) {
    auto const sheet =
        exchange::read_sheet("Surname,Forename,DOB,Contact 4 Name\nLee,Bo,27/03/2017,Al Lee\n", Kind::pupils)
            .value();
    auto columns = exchange::guess(sheet, Kind::pupils);
    EXPECT_EQ(exchange::contacts_left_out(sheet, columns).size(), 1U);
    columns[3] = {exchange::Field::contact_name, 1};
    auto const read = exchange::checked_pupils(sheet, columns, DateOrder::day_first, today);
    EXPECT_TRUE(read.faults.empty());
    EXPECT_EQ(read.pupils[0].contacts.at(0).contact.name, "Al Lee");
}

std::string sample(std::string const& path) {
    std::ifstream file("tests/samples/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(PupilCheck, reads_the_made_up_pupils_as_a_school_exports_them) {
    auto const read = checked(sample("pupils/export.csv"));
    EXPECT_FALSE(exchange::stops(read.faults));
    EXPECT_EQ(read.pupils.size(), 20U);
    EXPECT_EQ(read.pupils[0].row, 4);
}

TEST(PupilCheck, reads_the_students_of_a_school_data_sync_bundle) {
    auto const sheet = exchange::read_sheet(sample("sds-uk/Student.csv"), Kind::pupils).value();
    auto const columns = exchange::guess(sheet, Kind::pupils);
    EXPECT_EQ(exchange::order_of_dates(sheet, columns), DateOrder::month_first);
    auto const read = exchange::checked_pupils(sheet, columns, DateOrder::month_first, today);
    EXPECT_FALSE(exchange::stops(read.faults));
    EXPECT_EQ(read.pupils.size(), sheet.rows.size());
    EXPECT_EQ(read.pupils[0].details.legal_surname, "Klein");
    EXPECT_EQ(calendar::iso(read.pupils[0].details.born_on), "2000-04-02");
}

TEST(Fault, codes_are_stable_and_every_code_has_words) {
    EXPECT_EQ(exchange::in_code(Code::surname_missing), "IMP001");
    EXPECT_EQ(exchange::in_code(Code::upn_letter_wrong), "IMP101");
    EXPECT_EQ(exchange::in_code(Code::file_empty), "IMP901");
    EXPECT_TRUE(exchange::is_warning(Code::class_missing));
    EXPECT_FALSE(exchange::is_warning(Code::not_text));
}

}  // namespace
