#include "messages/letter.hpp"

#include <gtest/gtest.h>

#include <array>

#include "support/pdf.hpp"

namespace messages {
namespace {

Letter a_letter() {
    return {
        .school = "Alder Brook Junior School",
        .telephone = "01234 567890",
        .recipient = "Małgorzata Zielińska",
        .postal_address = "7 Mill Lane\nAlder Brook\nDE1 2AB",
        .date = *calendar::date(2026, 5, 12),
        .title = "Nurture support for Tom",
        .words =
            "Dear Małgorzata Zielińska\n\nWe would like to offer Tom nurture support.\n\n# What it is\n\n"
            "A small group meets once a week.\n\n- It is voluntary.\n- You can change your mind.\n\n"
            "Answer at https://withy.example/consent/abc\n\nYours sincerely\n\nPriya Nair, SENCo",
        .link = "https://withy.example/consent/abc",
        .slip =
            Slip{
                "Reply slip: Tom",
                "Return it by 26 May",
                {"I agree that Tom takes part.", "I do not agree."}},
    };
}

std::string facts_of(std::string const& pdf) {
    return support::said_of(pdf, "sh -c 'pdfinfo \"$0\"; pdfinfo -struct-text \"$0\"'");
}

bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST(LetterWords, are_read_in_blocks) {
    std::vector<Block> const expected{
        {BlockKind::paragraph, "Dear Sam"},
        {BlockKind::heading, "Why"},
        {BlockKind::paragraph, "One line\nand another"},
        {BlockKind::item, "first\ngoes on"},
        {BlockKind::item, "second"},
        {BlockKind::paragraph, "End"}};
    EXPECT_EQ(
        blocks_of("Dear Sam\n\n\n# Why\nOne line\n and another\n\n- first\n  goes on\n- second\n\nEnd\n"),
        expected
    );
}

TEST(LetterPdf, holds_every_word_in_order_with_its_letters) {
    auto const text = support::said_of(pdf_of(a_letter()), "pdftotext -layout");
    std::size_t at = 0;
    for (auto const* part :
         {"Alder Brook Junior School",
          "01234 567890",
          "Małgorzata Zielińska",
          "7 Mill Lane",
          "12 May 2026",
          "Nurture support for Tom",
          "We would like",
          "What it is",
          "It is voluntary",
          "withy.example/consent/abc",
          "Priya Nair, SENCo",
          "Reply slip: Tom",
          "Return it by 26 May",
          "I do not agree",
          "Signature and date"}) {
        auto const found = text.find(part, at);
        ASSERT_NE(found, std::string::npos) << part << " is missing or out of order in:\n" << text;
        at = found;
    }
}

TEST(LetterPdf, is_tagged_a4_with_title_and_language) {
    auto const pdf = pdf_of(a_letter());
    auto const facts = facts_of(pdf);
    EXPECT_TRUE(holds(facts, "Title:           Nurture support for Tom")) << facts;
    EXPECT_TRUE(holds(facts, "Tagged:          yes")) << facts;
    EXPECT_TRUE(holds(facts, "A4")) << facts;
    for (auto const* tag : {"Document", "H1", "H2", "P ", "L ", "LI", "Link", "Figure"})
        EXPECT_TRUE(holds(facts, tag)) << tag << " is missing in\n" << facts;
    EXPECT_TRUE(holds(pdf, "/Lang (en-GB)"));
    EXPECT_FALSE(holds(facts, "Error")) << facts;
}

// Wherever a page happens to end: no square stands alone, far from the address that it opens.
TEST(LetterPdf, sets_the_square_on_the_page_of_its_address) {
    for (bool const large_print : {false, true})
        for (int lines = 0; lines < 60; lines += 2) {
            auto letter = a_letter();
            letter.large_print = large_print;
            letter.words = "Dear all\n\n";
            for (int line = 0; line < lines; ++line) letter.words += "A line of the letter.\n";
            letter.words += "\n# How to answer\n\nLet us know by Friday:\n\n- by phone or computer:\n  " +
                            letter.link + "\n- on paper\n- by telephone\n\nYours sincerely\n\nPriya Nair";
            auto const text = support::said_of(pdf_of(letter), "pdftotext -layout");
            auto const address = text.find("withy.example/consent/abc");
            auto const square = text.find("To answer on a phone");
            ASSERT_TRUE(address != std::string::npos && square != std::string::npos) << text;
            ASSERT_LT(address, square);
            EXPECT_EQ(text.substr(address, square - address).find('\f'), std::string::npos)
                << lines << " lines before it:\n"
                << text;
            auto const name = text.rfind("Priya Nair");
            EXPECT_EQ(
                text.substr(text.rfind("Yours"), name - text.rfind("Yours")).find('\f'), std::string::npos
            );
        }
}

TEST(LetterPdf, in_large_print_sets_everything_in_18_points_or_more) {
    auto letter = a_letter();
    letter.large_print = true;
    auto const pdf = pdf_of(letter);
    EXPECT_GT(pdf.size(), 1000U);
    auto const text = support::said_of(pdf, "pdftotext -bbox-layout");
    double least = 1000;
    for (auto at = text.find("<word "); at != std::string::npos; at = text.find("<word ", at + 1)) {
        auto const number = [&](std::string_view key) {
            return std::stod(text.substr(text.find(key, at) + key.size()));
        };
        least = std::min(least, number("yMax=\"") - number("yMin=\""));
    }
    EXPECT_GE(least, 18.0);
}

TEST(LetterPdf, goes_on_to_further_pages) {
    auto letter = a_letter();
    for (int i = 0; i < 60; ++i) letter.words += "\n\nParagraph " + std::to_string(i) + " of a long letter.";
    auto const pdf = pdf_of(letter);
    auto const text = support::said_of(pdf, "pdftotext -layout");
    EXPECT_TRUE(holds(text, "Paragraph 59 of a long letter."));
    EXPECT_TRUE(holds(text, "page 1"));
    EXPECT_FALSE(holds(facts_of(pdf), "Error"));
}

TEST(LetterPdf, stands_every_text_that_a_school_may_write) {
    auto letter = a_letter();
    letter.title = "It’s (really) \\ 'quoted' <b>";
    letter.words = std::string(5000, 'w') + "\n\n" + "العربية 中文 😀\n\n- \n\n# \n\n";
    letter.link = "https://withy.example/consent/it's";
    EXPECT_FALSE(holds(facts_of(pdf_of(letter)), "Error"));
    letter.words.clear();
    letter.slip.reset();
    letter.link.clear();
    EXPECT_FALSE(holds(facts_of(pdf_of(letter)), "Error"));
}

}  // namespace messages
