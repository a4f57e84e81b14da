#include "programmes/naming_rules.hpp"

#include <gtest/gtest.h>

namespace programmes {
namespace {

pupils::Pupil child(std::string const& forename, std::string const& surname) {
    pupils::Pupil pupil;
    pupil.forename = forename;
    pupil.surname = surname;
    return pupil;
}

TEST(NamesOfProgrammes, name_a_child_by_forename_or_surname_however_it_is_written) {
    std::vector const children{child("Zoë", "O’Brien-Łukasz"), child("Sam", "Okafor")};
    for (auto const* name :
         {"Sam", "Sam, one to one", "one to one (SAM)", "Sam's group", "Sam’s group", "Okafor 4B"})
        EXPECT_EQ(child_named_in(name, children), "Sam") << name;
    for (auto const* name : {"Zoe and friends", "ZOË", "O'Brien Lukasz", "obrienlukasz"})
        EXPECT_EQ(
            child_named_in(name, children),
            name == std::string("O'Brien Lukasz") ? std::nullopt : std::optional<std::string>("Zoë")
        ) << name;
}

TEST(NamesOfProgrammes, name_nobody_by_a_part_of_a_word_or_who_is_not_in_it) {
    std::vector const children{child("Sam", "Wood"), child("J", "Lee")};
    for (auto const* name :
         {"Friendship group, spring", "Sample sessions", "Woodland group", "Group J", "Amira"})
        EXPECT_EQ(child_named_in(name, children), std::nullopt) << name;
    EXPECT_EQ(child_named_in("Sam", {}), std::nullopt);
}

}  // namespace
}  // namespace programmes
