#include "pupils/naming_rules.hpp"

#include <gtest/gtest.h>

namespace pupils {
namespace {

using Found = std::vector<std::string>;

Found named_by(std::string_view text, std::vector<std::string> const& names) {
    return names_in(text, words_of_names(names));
}

WordsOfNames words_of(std::string const& name) { return words_of_names(std::vector{name}); }

TEST(NamesInWords, are_found_however_they_are_written) {
    std::vector<std::string> const names{"Zoë", "O’Brien-Łukasz", "Sam", ""};
    for (auto const* text :
         {"Sam",
          "Sam, one to one",
          "one to one (SAM)",
          "sam ran",
          "Sam's group",
          "SAM’S group",
          "Sams group",
          "“Sam” said",
          "'Sam' said",
          "Sam–Tom",
          "Sam…",
          "a Sam-led game",
          "Zoe and friends",
          "ZOË",
          "OBrienLukasz",
          "O'Brien Lukasz",
          "Miss O’Brien"})
        EXPECT_FALSE(named_by(text, names).empty()) << text;
    EXPECT_EQ(named_by("SAM’s mornings, and sam's too, Zoë's", names), (Found{"SAM", "sam", "Zoë"}));
    EXPECT_EQ(named_by("Sam, Sam's, Sam", names), Found{"Sam"}) << "each once";
}

TEST(NamesInWords, are_words_of_their_own) {
    std::vector<std::string> const names{"Sam", "Wood", "J", "Lee"};
    for (auto const* text :
         {"", "The same sample", "Sample sessions", "Woodland group", "Group J", "Amira", "Samson", "J"})
        EXPECT_EQ(named_by(text, names), Found{}) << text;
    EXPECT_EQ(named_by("Sam", {}), Found{});
    EXPECT_EQ(named_by("\xFFSam\xC3", names), Found{"Sam"}) << "whatever bytes stand beside it";
}

TEST(NamesInWords, may_be_words_where_they_are_written_as_such) {
    std::vector<std::string> const names{"May", "Will", "Hill", "Thi", "Van", "Mark"};
    for (auto const* text :
         {"may need time and will tell",
          "up the hill, down the hills",
          "This does it",
          "by van",
          "good marks"})
        EXPECT_EQ(named_by(text, names), Found{}) << text;
    EXPECT_EQ(named_by("What helps May? Ask Hill", names), (Found{"May", "Hill"}));
    EXPECT_EQ(named_by("Marks bag", names), Found{"Marks"});
}

TEST(NamesInWords, are_not_those_that_all_may_know) {
    OtherPeople const people{
        .words = {"tom", "larch", "elm"}, .known = {"Elm Road School", "Tom Larch", "Tom Larch Reed"}};
    auto const flagged = [&](std::string_view text) { return names_in(text, people); };
    EXPECT_EQ(flagged("Tom Larch came to Elm Road School. Tom Larch’s list, TOM LARCH REED"), Found{});
    EXPECT_EQ(flagged("Tom Larch sat with Tom"), Found{"Tom"});
    EXPECT_EQ(flagged("Tom Larchwood"), Found{"Tom"}) << "somebody else";
    EXPECT_EQ(flagged("of Elm Road"), Found{"Elm"});
}

TEST(WordsOfNames, are_those_that_are_looked_for) {
    EXPECT_EQ(
        words_of("Mrs Anne-Marie O'Neil, Zoë’s"), (WordsOfNames{"annemarie", "anne", "marie", "oneil", "zoe"})
    );
    EXPECT_EQ(words_of("J. Al-Amin (mother)"), (WordsOfNames{"alamin", "amin"}));
    EXPECT_TRUE(words_of("").empty());
}

TEST(OtherPeople, have_no_word_of_the_persons_own_name) {
    std::vector<std::string> const own{"Sam Okafor"};
    std::vector<std::string> const others{"Ann Okafor", "Tom Larch-Hope"};
    EXPECT_EQ(
        others_than(own, others, "", {}).words, (WordsOfNames{"ann", "tom", "larchhope", "larch", "hope"})
    );
}

TEST(OtherPeople, are_never_the_school_nor_its_staff_but_for_who_has_the_name_of_one_of_them) {
    std::vector<std::string> const people{"Thomas Reed Tom ", "Joan Mary Barker"};
    std::vector<std::string> const staff{"Ann Reed", "Tom Reed", "Joan Barker", ""};
    EXPECT_EQ(
        others_than({}, people, "Elm Road School", staff).known, (Found{"Elm Road School", "Ann Reed"})
    );
    EXPECT_TRUE(others_than({}, people, "", {}).known.empty());
}

}  // namespace
}  // namespace pupils
