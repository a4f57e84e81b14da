#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.hpp"
#include "safeguarding/disclosure_examples_test.hpp"
#include "safeguarding/disclosure_rules.hpp"
#include "safeguarding/sign_rules.hpp"
#include "support/golden.hpp"

namespace safeguarding {
namespace {

bool is_marked(std::string_view text) { return !what_reads_like_a_disclosure(text).empty(); }

std::string sign_of(std::string_view text) {
    auto const marked = what_reads_like_a_disclosure(text);
    return marked.empty() ? std::string() : std::string(word(marked.front().sign));
}

long marked_among(auto const& texts) { return std::ranges::count_if(texts, is_marked); }

std::string table_of(std::string_view heading, auto const& texts) {
    auto page = fmt::format("\n### {}\n\n| text | asked about |\n|---|---|\n", heading);
    for (auto const text : texts) {
        auto const marked = what_reads_like_a_disclosure(text);
        page += fmt::format("| {} | {} |\n", text, marked.empty() ? "no" : in_words(marked.front().sign));
    }
    return page;
}

std::string counts_of(std::string_view what, auto const& belonging, auto const& ordinary) {
    return fmt::format(
        "| {} | {} of {} | {} of {} |\n",
        what,
        marked_among(belonging),
        belonging.size(),
        marked_among(ordinary),
        ordinary.size()
    );
}

// What a safeguarding lead can read and judge.
std::string page_of_disclosures() {
    auto page = fmt::format(
        "# What Withy asks about before it saves\n\n"
        "Made by a test from `safeguarding/sign_rules.cpp`, which holds {} phrases in {} kinds. Each is a "
        "row of words near each\n"
        "other; a negation just before it, and words that make it ordinary, take it back. It is no detector "
        "of harm: a person\n"
        "who reads a child's words stays the safeguard, and what is not asked about may belong on CPOMS all "
        "the same.\n\n"
        "All examples are made up. The first kind was used to choose the phrases. The second was written "
        "afterwards and\n"
        "changed none of them, so it shows better what to expect of other people's words. Two earlier rounds "
        "of 40 such\n"
        "sentences found 16 and then 18 of 40, with no false alarm of 40 each, before they joined the first "
        "kind.\n\n"
        "| examples | asked about, of what belongs on CPOMS | asked about, of what is ordinary "
        "|\n|---|---|---|\n",
        phrases().size(),
        words(Sign{}).size()
    );
    page += counts_of("used to choose the phrases", examples::belongs_on_cpoms, examples::ordinary);
    page += counts_of("written afterwards", examples::fresh_that_belong_on_cpoms, examples::fresh_ordinary);
    page += table_of("Belongs on CPOMS", examples::belongs_on_cpoms);
    page += table_of("Ordinary in nurture work", examples::ordinary);
    page += table_of("Belongs on CPOMS, written afterwards", examples::fresh_that_belong_on_cpoms);
    page += table_of("Ordinary, written afterwards", examples::fresh_ordinary);
    return page;
}

// S1: a text that looks like a safeguarding narrative is stopped; what belongs here is not.
TEST(Disclosure, is_asked_about_where_it_belongs_on_cpoms_and_never_where_it_is_ordinary) {
    EXPECT_GE(examples::belongs_on_cpoms.size(), 60U);
    EXPECT_GE(examples::ordinary.size(), 60U);
    EXPECT_GE(marked_among(examples::belongs_on_cpoms), 147);
    EXPECT_GE(marked_among(examples::fresh_that_belong_on_cpoms), 24);
    for (auto const text : examples::ordinary) EXPECT_EQ(sign_of(text), "") << text;
    for (auto const text : examples::fresh_ordinary) EXPECT_EQ(sign_of(text), "") << text;
}

TEST(Disclosure, stands_with_its_examples_and_counts_in_the_golden_file) {
    support::expect_golden("docs/disclosures.md", page_of_disclosures());
}

TEST(Disclosure, tells_who_does_it_from_who_bears_it) {
    EXPECT_EQ(sign_of("Dad hits him"), "harm");
    EXPECT_EQ(sign_of("He was hit by his dad"), "harm");
    EXPECT_EQ(sign_of("He hits dad"), "");
    EXPECT_EQ(sign_of("Angry with dad and hits him"), "");
    EXPECT_EQ(sign_of("Dad hits his thumb"), "");
}

TEST(Disclosure, minds_what_is_denied_and_what_has_been) {
    EXPECT_EQ(sign_of("Dad does not hit him"), "");
    EXPECT_EQ(sign_of("Dad does not hit him any more"), "harm");
    EXPECT_EQ(sign_of("There was no bruise on him"), "");
    EXPECT_EQ(sign_of("There was a bruise on him"), "injury");
    EXPECT_EQ(sign_of("He does not want to die"), "");
}

TEST(Disclosure, remembers_the_adult_of_the_sentence_before) {
    EXPECT_EQ(sign_of("We talked about his dad. He hits me."), "harm");
    EXPECT_EQ(sign_of("We talked about Leo. He hits me."), "");
}

TEST(Disclosure, is_found_however_it_is_typed) {
    for (auto const* text :
         {"DAD HITS HIM",
          "dad   hits\thim",
          "\"Dad hits him\"",
          "“Dad hits him”",
          "(dad hits him)",
          "Dad\xC2\xA0hits him",
          "He said dad’s hitting him",
          "He said dad's hitting him"})
        EXPECT_TRUE(is_marked(text)) << text;
    for (auto const* nothing : {"", " ", "...", "\n\n", "2026-05-12", "0190b6e0-0000-7000-8000-00000000000a"})
        EXPECT_FALSE(is_marked(nothing)) << nothing;
}

TEST(Disclosure, marks_the_sentence_and_can_be_taken_out) {
    constexpr std::string_view text = "He was calm today. Dad hits him, he said! He drew a boat.";
    auto const marked = what_reads_like_a_disclosure(text);
    ASSERT_EQ(marked.size(), 1U);
    EXPECT_EQ(text.substr(marked[0].begin, marked[0].end - marked[0].begin), "Dad hits him, he said!");
    EXPECT_EQ(without(text, marked), "He was calm today. He drew a boat.");
    EXPECT_EQ(without(text, {}), text);
    EXPECT_EQ(without("Dad hits him.", what_reads_like_a_disclosure("Dad hits him.")), "");
}

// Whatever is typed, each mark lies within the text, after the one before it, and taking out leaves nothing
// marked.
TEST(Disclosure, marks_lie_in_their_text_in_order) {
    std::string all;
    for (auto const text : examples::belongs_on_cpoms)
        all += std::string(text) + (all.size() % 2 == 0 ? " " : "\n");
    auto const marked = what_reads_like_a_disclosure(all);
    EXPECT_GE(marked.size(), 147U);
    std::size_t from = 0;
    for (auto const& one : marked) {
        EXPECT_LE(from, one.begin);
        EXPECT_LT(one.begin, one.end);
        EXPECT_LE(one.end, all.size());
        from = one.end;
    }
    EXPECT_FALSE(is_marked(without(all, marked)));
}

TEST(Disclosure, of_broken_bytes_breaks_nothing) {
    for (auto const* broken : {"dad \xFF hits him", "\xE2\x80", "dad\xC3", "\xF0\x9F\x98"}) {
        auto const marked = what_reads_like_a_disclosure(broken);
        for (auto const& one : marked) EXPECT_LE(one.end, std::string_view(broken).size());
    }
}

// A phrase that nobody's words can reach would say nothing.
TEST(Disclosure, has_no_phrase_with_a_list_that_is_not_there) {
    for (auto const& phrase : phrases()) {
        auto const all = std::string(phrase.says) + " " + std::string(phrase.unless);
        for (auto const part : text::split(all, ' '))
            for (auto const named : text::split(part, '|'))
                if (named.starts_with('$')) {
                    EXPECT_NE(
                        std::ranges::find(word_lists(), named.substr(1), &WordList::name), word_lists().end()
                    ) << phrase.says;
                }
    }
}

}  // namespace
}  // namespace safeguarding
