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

Found flagged(std::string_view text, OtherPeople const& people) { return names_in(text, people); }

TEST(OtherPeople, are_not_what_the_school_calls_its_own) {
    std::vector<std::string> const people{"Fern Reed", "Willow Hart", "Ash Grove"};
    std::vector<OfTheSchool> const own{
        {.name = "Willow Class"},
        {.name = "The Ash Room"},
        {.name = "Fern"},
        {.name = "Ash Grove"},
        {.name = "4B"}};
    auto const others = others_than({}, people, "Fern Hollow Junior School", {}, own);
    EXPECT_EQ(
        flagged("Fern Hollow Junior School, Fern Hollow, in Willow Class’s room, the Ash Room", others),
        Found{}
    );
    EXPECT_EQ(flagged("Fern came from Fern Hollow", others), Found{"Fern"}) << "once she is meant";
    EXPECT_EQ(flagged("Willow’s class, Willow's class", others), Found{"Willow"})
        << "the child's, not its name";
    EXPECT_EQ(flagged("Fern Reed, Willow, Ash", others), (Found{"Fern", "Reed", "Willow", "Ash"}));
    EXPECT_EQ(flagged("Fern", others), Found{"Fern"}) << "a room that is called as she is";
    EXPECT_EQ(flagged("Ash Grove", others), (Found{"Ash", "Grove"})) << "and one with the whole of his name";
}

TEST(OtherPeople, are_not_who_a_school_was_called_after) {
    std::vector<std::string> const people{"Anne Reed"};
    auto const others = others_than({}, people, "St Anne's Primary School", {});
    EXPECT_EQ(flagged("St Anne’s Primary School, ST ANNE'S, at St Anne’s", others), Found{});
    EXPECT_EQ(flagged("Anne’s bag", others), Found{"Anne"});
    std::vector<std::string> const kings{"Ann King"};
    EXPECT_EQ(flagged("in King's Lynn", others_than({}, kings, "King’s Lynn Academy", {})), Found{});
}

TEST(OtherPeople, are_found_by_a_school_of_one_word) {
    std::vector<std::string> const people{"Fern Reed"};
    auto const others = others_than({}, people, "Fern Primary School", {});
    EXPECT_EQ(flagged("at Fern Primary School", others), Found{});
    EXPECT_EQ(flagged("with Fern", others), Found{"Fern"});
}

TEST(OtherPeople, are_named_by_a_programme_that_is_named_after_a_child_in_it) {
    std::vector<std::string> const people{"Fern Reed", "Tom Larch"};
    std::vector<OfTheSchool> const own{
        {.name = "Fern group", .child_in_it = "Tom Larch Tom "},
        {.name = "Tom’s mornings", .child_in_it = "Amira Khan  "},
        {.name = "Tom’s mornings", .child_in_it = "Tom Larch  "}};
    auto const others = others_than({}, people, "", {}, own);
    EXPECT_EQ(flagged("a place in Fern group", others), Found{});
    EXPECT_EQ(flagged("a place in Tom's mornings", others), Found{"Tom"});
}

TEST(OtherPeople, are_not_looked_for_in_names_that_nobody_shares_a_word_with) {
    std::vector<std::string> const people{"Fern Reed"};
    std::vector<OfTheSchool> const own{{.name = "Blue Room"}, {.name = "Fern Room"}, {.name = "Fern Room"}};
    EXPECT_EQ(
        others_than({}, people, "Elm Road School", {}, own).known, (Found{"Elm Road School", "Fern Room"})
    );
}

}  // namespace
}  // namespace pupils
