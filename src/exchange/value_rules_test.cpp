#include "exchange/value_rules.hpp"

#include <gtest/gtest.h>

namespace {

using namespace exchange;

TEST(ImportedValue, year_is_read_from_figures_and_words) {
    for (auto const* text : {"Year 4", "4", "04", "Y4", "yr 4", "NC Year 4"})
        EXPECT_EQ(year_from(text), "4") << text;
    for (auto const* text : {"R", "Reception", "Year R", "rec"}) EXPECT_EQ(year_from(text), "R") << text;
    for (auto const* text : {"N1", "Nursery", "n2"}) EXPECT_EQ(year_from(text), "N") << text;
    for (auto const* text : {"15", "4/5", "four", "Year", "-1"})
        EXPECT_EQ(year_from(text), std::nullopt) << text;
}

TEST(ImportedValue, sex_and_sen_are_read_from_letters_and_words) {
    EXPECT_EQ(sex_from("Female"), "F");
    EXPECT_EQ(sex_from("m"), "M");
    EXPECT_EQ(sex_from("U"), std::nullopt);
    for (auto const* text : {"N", "No", "No SEN", "No Special Educational Need", "N - No SEN"})
        EXPECT_EQ(sen_from(text), "N") << text;
    for (auto const* text : {"K", "SEN Support", "K - SEN support"}) EXPECT_EQ(sen_from(text), "K") << text;
    for (auto const* text : {"E", "EHCP", "Education, Health and Care Plan", "E - EHC plan"})
        EXPECT_EQ(sen_from(text), "E") << text;
    EXPECT_EQ(sen_from("Z"), std::nullopt);
}

TEST(ImportedValue, pupil_premium_is_read_from_a_yes_and_from_why_a_pupil_has_it) {
    for (auto const* text : {"Yes", "Y", "TRUE", "1", "DPP", "Lap", "Pupil Premium"})
        EXPECT_EQ(pupil_premium_from(text), "yes") << text;
    for (auto const* text : {"No", "N", "0", "None"}) EXPECT_EQ(pupil_premium_from(text), "no") << text;
    EXPECT_EQ(pupil_premium_from("£1,480"), std::nullopt);
}

TEST(ImportedValue, ethnicity_is_the_main_group_of_a_national_code_or_of_its_words) {
    for (auto const* text :
         {"WBRI",
          "wirt",
          "WBRI - White British",
          "White - Irish",
          "Gypsy / Roma",
          "Any Other White Background"})
        EXPECT_EQ(ethnicity_from(text), "white") << text;
    for (auto const* text :
         {"MWBC", "White and Asian", "Mixed - White and Black African", "Any Other Mixed Background"})
        EXPECT_EQ(ethnicity_from(text), "mixed") << text;
    for (auto const* text : {"AIND", "CHNE", "Chinese", "Pakistani", "Asian - British"})
        EXPECT_EQ(ethnicity_from(text), "asian") << text;
    for (auto const* text : {"BAFR", "Black Caribbean", "African"})
        EXPECT_EQ(ethnicity_from(text), "black") << text;
    for (auto const* text : {"OOTH", "Any Other Ethnic Group"})
        EXPECT_EQ(ethnicity_from(text), "other") << text;
    for (auto const* text : {"REFU", "Refused"}) EXPECT_EQ(ethnicity_from(text), "not said") << text;
    for (auto const* text : {"NOBT", "Information Not Yet Obtained"})
        EXPECT_EQ(ethnicity_from(text), "") << text;
    for (auto const* text : {"WXYZ", "Martian", "W"}) EXPECT_EQ(ethnicity_from(text), std::nullopt) << text;
}

TEST(ImportedValue, ethnicity_with_other_before_a_group_is_of_that_group) {
    EXPECT_EQ(ethnicity_from("Other Asian"), "asian");
    EXPECT_EQ(ethnicity_from("Other Black African"), "black");
    EXPECT_EQ(ethnicity_from("Other White British"), "white");
    EXPECT_EQ(ethnicity_from("Other Mixed Background"), "mixed");
    EXPECT_EQ(ethnicity_from("Other"), "other");
    EXPECT_EQ(ethnicity_from("Other ethnic group"), "other");
}

TEST(ImportedValue, ethnicity_of_two_groups_is_mixed) {
    for (auto const* text :
         {"Asian and Black",
          "Black and Asian",
          "Black and White",
          "Asian and any other ethnic group",
          "White/Asian",
          "White - Black Caribbean",
          "Black Caribbean and White",
          "Chinese/White"})
        EXPECT_EQ(ethnicity_from(text), "mixed") << text;
}

TEST(ImportedValue, ethnicity_of_one_group_in_two_words_is_that_group) {
    for (auto const* text : {"Asian/Asian British", "Asian and Asian British", "African Asian"})
        EXPECT_EQ(ethnicity_from(text), "asian") << text;
    for (auto const* text : {"Black, Black British, Caribbean or African", "Black and Black British"})
        EXPECT_EQ(ethnicity_from(text), "black") << text;
    for (auto const* text : {"White South African", "White English/Welsh/Scottish"})
        EXPECT_EQ(ethnicity_from(text), "white") << text;
}

TEST(ImportedValue, ethnicity_that_does_not_tell_which_group_is_a_fault) {
    for (auto const* text :
         {"Other Pakistani",
          "Other than above",
          "White African",
          "Asian/Black",
          "Black, Asian and minority ethnic",
          "Black and minority ethnic"})
        EXPECT_EQ(ethnicity_from(text), std::nullopt) << text;
}

TEST(ImportedValue, whole_names_are_taken_apart) {
    EXPECT_EQ(name_from("Smith, Anna Maria").forename, "Anna Maria");
    EXPECT_EQ(name_from("Smith, Anna").surname, "Smith");
    EXPECT_EQ(name_from("Anna Maria Smith").surname, "Smith");
    EXPECT_EQ(name_from("Smith").forename, "");
}

TEST(ImportedValue, roles_and_languages_are_known_or_not) {
    EXPECT_EQ(role_from("Class Teacher"), visits::Role::class_teacher);
    EXPECT_EQ(role_from("SENDCo"), visits::Role::senco);
    EXPECT_EQ(role_from("Caretaker"), std::nullopt);
    EXPECT_EQ(language_from("Polish"), "pl");
    EXPECT_EQ(language_from("PL"), "pl");
    EXPECT_EQ(language_from("Klingon"), std::nullopt);
    EXPECT_EQ(classes_in(" ; 4B; Maths 2"), (std::vector<std::string>{"4B", "Maths 2"}));
}

}  // namespace
