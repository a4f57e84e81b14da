#include "exchange/sheet_rules.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace {

using exchange::Code;
using exchange::Kind;
using exchange::read_sheet;
using Cells = std::vector<std::string>;

exchange::Sheet sheet(std::string_view bytes) { return read_sheet(bytes, Kind::pupils).value(); }
Code refusal(std::string_view bytes) { return read_sheet(bytes, Kind::pupils).error(); }

TEST(Sheet, reads_commas_semicolons_and_tabs) {
    for (auto const* file :
         {"Surname,Forename,DOB\nLee,Bo,1/2/2017\n",
          "Surname;Forename;DOB\nLee;Bo;1/2/2017\n",
          "Surname\tForename\tDOB\nLee\tBo\t1/2/2017\n"}) {
        auto const read = sheet(file);
        EXPECT_EQ(read.heading, (Cells{"Surname", "Forename", "DOB"}));
        ASSERT_EQ(read.rows.size(), 1U);
        EXPECT_EQ(read.rows[0].cells, (Cells{"Lee", "Bo", "1/2/2017"}));
    }
}

TEST(Sheet, takes_out_marks_that_nobody_sees) {
    auto const read = sheet("Surname,Forename,DOB\n\u202EeeL\u202C,B\u200Bo,1/2/2017\n");
    EXPECT_EQ(read.rows[0].cells, (Cells{"eeL", "Bo", "1/2/2017"}));
}

TEST(Sheet, leaves_out_columns_of_passwords_wherever_they_stand) {
    for (std::string const secret :
         {"Password", "userPassword", "Pass Word", "PIN", "Till PIN", "PIN code", "Client secret"}) {
        for (auto const& [heading, row] : std::vector<std::pair<std::string, std::string>>{
                 {secret + ",Surname,Forename", "P@ss,Lee,Bo"},
                 {"Surname," + secret + ",Forename", "Lee,P@ss,Bo"},
                 {"Surname,Forename," + secret, "Lee,Bo,P@ss"}}) {
            auto const read = sheet(heading + "\n" + row + "\nOh\n");
            EXPECT_EQ(read.heading, (Cells{"Surname", "Forename"})) << heading;
            EXPECT_EQ(read.rows[0].cells, (Cells{"Lee", "Bo"})) << heading;
            EXPECT_EQ(read.unneeded, Cells{"the column “" + secret + "”"});
        }
    }
    for (std::string const harmless : {"Shopping", "Secretary", "Spin", "Passport"})
        EXPECT_EQ(sheet("Surname," + harmless + "\nLee,x\n").heading.at(1), harmless);
}

TEST(Sheet, passes_over_rows_in_which_passwords_stood_alone) {
    auto const read = sheet("Surname;Password\nLee;P@ss\n;P@ss\nOh;P@ss\n");
    EXPECT_EQ(read.rows.size(), 3U) << "an empty surname is a fault to show";
    auto const shorter = sheet("Password;Surname\nP@ss\nP@ss;Lee\n");
    ASSERT_EQ(shorter.rows.size(), 1U);
    EXPECT_EQ(shorter.rows[0].cells, Cells{"Lee"});
    EXPECT_EQ(refusal("Password\nP@ss\n"), Code::no_rows);
    EXPECT_EQ(refusal("Password\nP@ss,Lee\n"), Code::no_rows);
}

TEST(Sheet, is_not_deceived_by_commas_between_semicolons) {
    auto const read =
        sheet("Surname;Forename;Address\nLee;Bo;1, High Street, Belper\nOh;Li;2, Low Road, Derby\n");
    EXPECT_EQ(read.rows[1].cells[2], "2, Low Road, Derby");
}

TEST(Sheet, reads_quoted_commas_quotation_marks_and_line_breaks) {
    auto const read =
        sheet("Surname,Forename,Note\r\n\"Lee, Jr\",\"Bo \"\"B\"\"\",\"one\r\ntwo\"\r\nOh,Li,x\r\n");
    EXPECT_EQ(read.rows[0].cells, (Cells{"Lee, Jr", "Bo \"B\"", "one\ntwo"}));
    EXPECT_EQ(read.rows[1].cells[0], "Oh");
    EXPECT_EQ(read.rows[1].number, 3);
}

TEST(Sheet, passes_over_a_byte_order_mark_and_reads_windows_1252) {
    EXPECT_EQ(sheet("\xEF\xBB\xBFSurname,Forename\nLee,Zo\xC3\xAB\n").heading[0], "Surname");
    EXPECT_EQ(
        sheet("Surname,Forename\nO\x92"
              "Brien,Zo\xEB\n")
            .rows[0]
            .cells,
        (Cells{"O’Brien", "Zoë"})
    );
}

TEST(Sheet, finds_the_headings_below_title_rows_and_counts_rows_as_a_spreadsheet) {
    auto const read =
        sheet("Pupils on roll\n\nPrinted,3 May\n\nSurname,Forename,DOB\n\nLee,Bo,1/2/2017\n,,\n\n");
    EXPECT_EQ(read.heading_row, 5);
    ASSERT_EQ(read.rows.size(), 1U);
    EXPECT_EQ(read.rows[0].number, 7);
}

TEST(Sheet, takes_the_fullest_row_where_no_heading_is_known) {
    EXPECT_EQ(sheet("Report\nEins,Zwei,Drei\na,b,c\n").heading[0], "Eins");
}

TEST(Sheet, allows_short_and_long_rows_and_old_line_ends) {
    auto const read = sheet("Surname,Forename,DOB\rLee\rOh,Li,1/2/2017,extra\r");
    EXPECT_EQ(read.cell(read.rows[0], 2), "");
    EXPECT_EQ(read.rows[1].cells.size(), 4U);
}

TEST(Sheet, puts_up_with_a_quotation_mark_that_is_never_closed) {
    EXPECT_EQ(sheet("Surname,Forename\nLee,\"Bo\nOh,Li\n").rows.size(), 1U);
}

TEST(Sheet, turns_away_what_is_no_table_of_text) {
    EXPECT_EQ(refusal(""), Code::file_empty);
    EXPECT_EQ(refusal("\n\n,,,\n"), Code::file_empty);
    EXPECT_EQ(refusal("Surname,Forename\n"), Code::no_rows);
    EXPECT_EQ(refusal("PK\x03\x04rest"), Code::is_workbook);
    EXPECT_EQ(refusal("\xFF\xFES\0u\0"), Code::is_utf_16);
    EXPECT_EQ(refusal(std::string_view("a,b\n\0,c\n", 8)), Code::not_text);
    EXPECT_EQ(refusal("%PDF-1.7\n"), Code::not_text);
    EXPECT_EQ(refusal("GIF89a\x01\x02\x1f\x03,\x05\x06\n\x07\x08,b\n"), Code::not_text);
}

TEST(Sheet, puts_up_with_a_stray_mark_of_control) {
    std::string file = "Surname,Forename\nLee,Bo\x0b\n";
    for (int i = 0; i < 20; ++i) file += "Okafor,Sam\n";
    EXPECT_EQ(sheet(file + "\x1a").rows.front().cells.front(), "Lee");
}

TEST(Sheet, stops_at_its_limits) {
    EXPECT_EQ(refusal(std::string(1'000'000, ',') + "a\nb"), Code::too_many_columns);
    EXPECT_EQ(refusal("Surname,Forename\n\"" + std::string(5'000'000, 'x') + "\",b\n"), Code::cell_too_long);
    std::string rows = "Surname,Forename\n";
    for (int i = 0; i < 20'001; ++i) rows += "a,b\n";
    EXPECT_EQ(refusal(rows), Code::too_many_rows);
    EXPECT_EQ(refusal(std::string(std::size_t{21} * 1024 * 1024, 'x')), Code::file_too_large);
}

TEST(Sheet, shows_the_first_values_of_a_column) {
    auto const read = sheet("Surname,Forename\nLee,\nOh,Li\nAy,Al\n");
    EXPECT_EQ(read.samples(1), (Cells{"Li", "Al"}));
}

}  // namespace
