#include "pupils/names.hpp"

#include <gtest/gtest.h>

namespace {

using Words = std::vector<std::string>;

pupils::Details named(std::string forename, std::string surname) {
    return {.legal_forename = std::move(forename), .legal_surname = std::move(surname)};
}

TEST(Names, fold_without_case_accents_apostrophes_and_hyphens) {
    EXPECT_EQ(pupils::folded_words("Anne-Marie O’Brien (Annie)"), (Words{"annemarie", "obrien", "annie"}));
    EXPECT_EQ(pupils::folded_words("  Zoë,  Łukasz\u00A0D'Arcy "), (Words{"zoe", "lukasz", "darcy"}));
    EXPECT_TRUE(pupils::folded_words(" - ' % _ ").empty());
}

TEST(Names, every_ending_of_every_word_is_a_part) {
    EXPECT_EQ(pupils::name_parts(named("Bo", "Lee")), (Words{"bo", "e", "ee", "lee", "o"}));
}

TEST(Names, a_part_never_begins_within_a_character) {
    for (auto const& part : pupils::name_parts(named("Юлія", "Шевченко")))
        EXPECT_NE(static_cast<unsigned char>(part.front()) & 0xC0U, 0x80U);
}

TEST(Names, of_several_words_are_found_as_one_word_too) {
    auto const words = pupils::name_words(named("Anna Maria", "van Dijk"));
    EXPECT_EQ(words, (Words{"anna", "maria", "annamaria", "van", "dijk", "vandijk"}));
}

TEST(Names, both_preferred_and_legal_names_are_found) {
    pupils::Details details = named("Samantha", "Jones");
    details.preferred_forename = "Sam";
    EXPECT_EQ(pupils::folded_name(details), "sam samantha jones");
}

TEST(Names, are_the_same_however_they_are_spelt_out) {
    EXPECT_TRUE(pupils::same_name("Smith-Jones", "smith jones"));
    EXPECT_TRUE(pupils::same_name("O'Neill", "O’NEILL"));
    EXPECT_FALSE(pupils::same_name("Smith", "Smyth"));
}

TEST(Names, fit_better_where_a_word_begins_with_what_was_typed) {
    EXPECT_EQ(pupils::fit({"sam", "jon"}, "sam jones"), 2);
    EXPECT_EQ(pupils::fit({"am"}, "sam jones"), 0);
}

TEST(Classes, are_found_by_what_begins_a_word_of_their_name_and_by_longer_words_anywhere) {
    for (auto const* word : {"year", "year34", "34", "3", "ear34"})
        EXPECT_TRUE(pupils::fits_class(word, "Year 3-4")) << word;
    for (auto const* word : {"4", "ea", "35"}) EXPECT_FALSE(pupils::fits_class(word, "Year 3-4")) << word;
    EXPECT_TRUE(pupils::fits_class("remy", "3 Rémy"));
    EXPECT_TRUE(pupils::fits_class("34", "Mixed 3/4"));
    EXPECT_FALSE(pupils::fits_class("4b", "14B"));
}

pupils::Pupil child_called(std::string const& forename, std::string const& surname) {
    pupils::Pupil pupil;
    pupil.id = pupils::PupilId::make({});
    pupil.forename = forename;
    pupil.surname = surname;
    return pupil;
}

TEST(NamesOnOnePage, children_who_share_a_forename_are_told_apart) {
    std::vector const children{
        child_called("Sam", "Okafor"), child_called("Amira", "Khan"), child_called("Sam", "Lee")};
    EXPECT_EQ(pupils::told_apart(children), (std::vector<std::string>{"Sam O.", "Amira", "Sam L."}));
}

TEST(NamesOnOnePage, whose_surnames_begin_alike_are_given_both_names) {
    std::vector const children{
        child_called("Sam", "Lamb"), child_called("Sam", "Lee"), child_called("Sam", "\u00c9tang")};
    EXPECT_EQ(pupils::told_apart(children), (std::vector<std::string>{"Sam Lamb", "Sam Lee", "Sam \u00c9."}));
}

TEST(NamesOnOnePage, end_a_sentence_with_one_full_stop) {
    EXPECT_EQ(pupils::ending_a_sentence({"Sam", "Amira"}), "Sam and Amira.");
    EXPECT_EQ(pupils::ending_a_sentence({"Amira", "Sam O."}), "Amira and Sam O.");
}

TEST(NamesOnOnePage, two_cases_of_one_child_change_nothing) {
    auto const sam = child_called("Sam", "Okafor");
    std::vector const children{sam, sam};
    EXPECT_EQ(pupils::told_apart(children), (std::vector<std::string>{"Sam", "Sam"}));
}

}  // namespace
