#include "base/text.hpp"

#include <gtest/gtest.h>

#include "base/utf8.hpp"

namespace {

std::string character(char32_t value) {
    std::string out;
    utf8::append(out, value);
    return out;
}

bool is_plain(std::string_view text) {
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == text.npos;
}

}  // namespace

TEST(Trimmed, white_space_at_both_ends_goes_even_where_it_was_pasted) {
    EXPECT_EQ(text::trimmed(" \t\r\n Ana  Maria \n"), "Ana  Maria");
    EXPECT_EQ(text::trimmed("\u00A0\u200BAna\u2003\uFEFF \u00A0"), "Ana");
    EXPECT_EQ(text::trimmed(" \u00A0 "), "");
    EXPECT_EQ(text::trimmed(""), "");
}

TEST(Utf8, every_code_point_is_written_as_it_is_read) {
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (value >= 0xD800 && value <= 0xDFFF) continue;
        auto const written = character(value);
        auto const [read, bytes] = utf8::first(written);
        ASSERT_EQ(read, value);
        ASSERT_EQ(bytes, written.size());
    }
}

TEST(Utf8, what_is_overlong_cut_short_or_a_surrogate_is_not_utf_8) {
    for (std::string_view const text :
         {"\xC0\xAF",
          "\xC1\xBF",
          "\xE0\x80\xAF",
          "\xE0\x9F\xBF",
          "\xF0\x80\x80\xAF",
          "\xF0\x8F\xBF\xBF",
          "\xED\xA0\x80",
          "\xED\xBF\xBF",
          "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80",
          "\x80",
          "\xBF",
          "\xFE",
          "\xFF",
          "\xC3",
          "\xE2\x82",
          "\xF0\x9F\x98",
          "\xC3(",
          "\xE2\x82("})
        EXPECT_FALSE(text::is_utf8(text)) << text;
    EXPECT_TRUE(text::is_utf8("Zoë \U0001F600 \uFFFD"));
    EXPECT_TRUE(text::is_utf8({}));
}

TEST(ControlCharacters, only_tabs_and_line_ends_may_stand_in_a_text) {
    for (char32_t value = 0; value < 0x100; ++value) {
        bool const allowed =
            value == 9 || value == 10 || value == 13 || (value >= 32 && value < 127) || value >= 160;
        EXPECT_EQ(text::has_control_characters("a" + character(value) + "b"), !allowed) << unsigned{value};
    }
    EXPECT_TRUE(text::has_control_characters(std::string_view("\0", 1)));
    EXPECT_FALSE(text::has_control_characters("\xFF not UTF-8 is another question"));
}

TEST(Windows1252, a_file_from_an_old_spreadsheet_is_read) {
    EXPECT_EQ(
        text::utf8_from_windows_1252("O\x92"
                                     "Brien, Zo\xEB, \x80 5"),
        "O’Brien, Zoë, € 5"
    );
    EXPECT_EQ(text::utf8_from_windows_1252("\x81\x8D\x8F\x90\x9D"), "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
    for (unsigned byte = 0; byte < 256; ++byte)
        EXPECT_EQ(text::length(text::utf8_from_windows_1252(std::string(1, static_cast<char>(byte)))), 1U);
}

TEST(Folded, names_are_found_as_typed_in_a_hurry) {
    EXPECT_EQ(text::folded("O’Brien-Łukasz"), "obrienlukasz");
    EXPECT_EQ(text::folded("O'BRIEN"), "obrien");
    EXPECT_EQ(
        text::folded("Weiß Ægir Œuvre Søren Đorđe Þóra Guðrún"), "weiss aegir oeuvre soren dorde thora gudrun"
    );
    EXPECT_EQ(text::folded("İpek Işık Şeyma Çağla"), "ipek isik seyma cagla");
    EXPECT_EQ(text::folded("Nguyễn Thị Ánh"), "nguyen thi anh");
    EXPECT_EQ(text::folded("Siân Llŷr Tomos ap Hywel"), "sian llyr tomos ap hywel");
    EXPECT_EQ(text::folded("Həsənov Ş."), "hesenov s.");
}

TEST(Folded, a_letter_with_a_combining_mark_is_the_same_as_the_letter_made_in_one) {
    EXPECT_EQ(text::folded("Zoe\u0308"), text::folded("Zo\u00EB"));
    EXPECT_EQ(text::folded("S\u0323\u0307"), text::folded("\u1E68"));
}

TEST(Folded, apostrophes_and_hyphens_of_every_kind_are_dropped) {
    for (auto const mark :
         {"'", "’", "‘", "ʼ", "ʻ", "`", "´", "′", "-", "‐", "\u2011", "–", "—", "\u00AD", "\u200D"})
        EXPECT_EQ(text::folded(std::string("D") + mark + "Arcy"), "darcy") << mark;
}

TEST(Folded, white_space_becomes_one_space_between_words) {
    EXPECT_EQ(text::folded("  Ana \t\u00A0 Maria\n"), "ana maria");
    EXPECT_EQ(text::folded("Ana - Maria"), "ana maria");
    EXPECT_EQ(text::folded(" - "), "");
}

TEST(Folded, other_scripts_stay_as_they_are) {
    EXPECT_EQ(text::folded("Юлия 王小明 محمد"), "Юлия 王小明 محمد");
}

TEST(Folded, every_letter_of_european_latin_becomes_plain) {
    for (char32_t value = 0xC0; value <= 0x17F; ++value) {
        if (value == 0xD7 || value == 0xF7) continue;  // the signs × and ÷
        auto const folded = text::folded(character(value));
        EXPECT_FALSE(folded.empty());
        EXPECT_TRUE(is_plain(folded)) << character(value) << " gives " << folded;
    }
    for (char32_t value = 0x1E00; value <= 0x1EFF; ++value) {
        if (value == 0x1E9F) continue;  // a delta, whose name says Latin
        EXPECT_TRUE(is_plain(text::folded(character(value)))) << character(value);
    }
}

TEST(Folded, every_single_character_folds_to_something_that_stays) {
    for (char32_t value = 0; value <= 0x1FFFF; ++value) {
        if (value >= 0xD800 && value <= 0xDFFF) continue;
        auto const once = text::folded(character(value));
        ASSERT_EQ(text::folded(once), once) << unsigned{value};
    }
}

TEST(Length, characters_are_counted_and_not_bytes) {
    EXPECT_EQ(text::length("Zoë"), 3U);
    EXPECT_EQ(text::length("\U0001F600"), 1U);
    EXPECT_EQ(text::length(""), 0U);
}

TEST(Words, lists_and_counts_read_like_english) {
    EXPECT_EQ(text::listed({}), "");
    EXPECT_EQ(text::listed({"one"}), "one");
    EXPECT_EQ(text::listed({"one", "two"}), "one and two");
    EXPECT_EQ(text::listed({"one", "two", "three"}), "one, two and three");
    EXPECT_EQ(text::counted(0, "session", "sessions"), "0 sessions");
    EXPECT_EQ(text::counted(1, "session", "sessions"), "1 session");
    EXPECT_EQ(text::counted(2, "session", "sessions"), "2 sessions");
    EXPECT_EQ(text::counted(1200, "pupil", "pupils"), "1,200 pupils");
}

TEST(Words, large_numbers_are_grouped_by_thousands) {
    EXPECT_EQ(text::grouped(0), "0");
    EXPECT_EQ(text::grouped(999), "999");
    EXPECT_EQ(text::grouped(5200), "5,200");
    EXPECT_EQ(text::grouped(-999), "-999");
    EXPECT_EQ(text::grouped(-1234567), "-1,234,567");
}

TEST(Parts, splitting_keeps_empty_parts_and_joining_restores_them) {
    EXPECT_EQ(text::split("a,,b,", ','), (std::vector<std::string_view>{"a", "", "b", ""}));
    EXPECT_EQ(text::split("", ','), (std::vector<std::string_view>{""}));
    EXPECT_EQ(text::joined({"a", "", "b", ""}, ","), "a,,b,");
    EXPECT_EQ(text::ascii_lower("Content-TYPE É"), "content-type É");
}

TEST(CsvCells, are_quoted_and_are_no_formulas) {
    EXPECT_EQ(text::csv_cell("Fern \"Hollow\""), "\"Fern \"\"Hollow\"\"\"");
    EXPECT_EQ(text::csv_cell("-"), "\"-\"");
    for (std::string const formula : {"=1", "+1", "-1", "@a", "\t=1", "\r=1"})
        EXPECT_EQ(text::csv_cell(formula), "\"'" + formula + "\"");
}
