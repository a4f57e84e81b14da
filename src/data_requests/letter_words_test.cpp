#include "data_requests/letter_words.hpp"

#include <gtest/gtest.h>

#include "data_map/whole.hpp"
#include "data_requests/copy.hpp"
#include "data_requests/lines_rules.hpp"
#include "support/pdf.hpp"

namespace data_requests {
namespace {

constexpr std::string_view stored =
    "# Dear Ms Okafor\n\nSam may join a group.\n\n- Six weeks\n- On Tuesdays\n\nYours";

Line line_of(std::string_view table, std::string const& words) {
    auto const* const of = data_map::table_named(table);
    std::vector const rows{data_map::Row{
        .table = of, .key = {"1", "one"}, .values = {{data_map::column_named(*of, "words"), words}}}};
    return lines_of(rows, {}, {}, "a key").front();
}

Line letter(std::string_view words = stored) { return line_of("letter", std::string(words)); }

TEST(ALettersWords, read_without_the_marks_of_headings_and_with_bullets_before_items) {
    EXPECT_EQ(
        as_people_read(letter().parts.at(0)),
        "Dear Ms Okafor\n\nSam may join a group.\n\n• Six weeks\n• On Tuesdays\n\nYours"
    );
    EXPECT_EQ(as_people_read(letter("- One\n- Two").parts.at(0)), "• One\n• Two");
    EXPECT_EQ(as_people_read(letter("Line one\nline two").parts.at(0)), "Line one\nline two");
}

TEST(ALettersWords, are_kept_as_they_are_stored) { EXPECT_EQ(letter().parts.at(0).text, stored); }

TEST(OtherWords, read_as_they_are_written_whatever_they_begin_with) {
    auto const message = line_of("parent_message", "# 3 won\n- a cup");
    EXPECT_EQ(as_people_read(message.parts.at(0)), "# 3 won\n- a cup");
}

TEST(ALettersWords, are_blacked_out_as_they_were_read_and_then_read_so) {
    auto line = letter();
    auto const places = places_of(line, std::vector<std::string>{"• On Tuesdays", "Dear Ms Okafor"});
    ASSERT_TRUE(places) << places.error();
    line.kept_back = KeptBack{.line = line.id, .decision = Decision::redacted, .hidden = *places};
    EXPECT_EQ(
        as_people_read(given_of(line)->parts.at(0)),
        "[blacked out]\n\nSam may join a group.\n\n• Six weeks\n• [blacked out]\n\nYours"
    );
}

TEST(ACopy, shows_a_letter_as_people_read_it_on_paper_and_as_it_is_stored_in_json) {
    Copy const copy{
        .school = "Elm Road School",
        .telephone = {},
        .whom = "Sam Okafor",
        .asked = {},
        .lines = {letter()},
        .kept_back = {}};
    auto const words =
        support::said_of(pdf_of(copy, calendar::parse_iso("2026-05-12").value()), "pdftotext -layout");
    EXPECT_NE(words.find("Dear Ms Okafor"), std::string::npos) << words;
    EXPECT_NE(words.find("• Six weeks"), std::string::npos) << words;
    EXPECT_EQ(words.find("# Dear"), std::string::npos) << words;
    EXPECT_EQ(words.find("- Six"), std::string::npos) << words;
    EXPECT_NE(json_of(copy).find(R"(# Dear Ms Okafor\n\n)"), std::string::npos) << json_of(copy);
    EXPECT_NE(json_of(copy).find(R"(- Six weeks\n- On)"), std::string::npos) << json_of(copy);
}

}  // namespace
}  // namespace data_requests
