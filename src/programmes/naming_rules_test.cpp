#include "programmes/naming_rules.hpp"

#include <gtest/gtest.h>

namespace programmes {
namespace {

TEST(NamesOfProgrammes, name_a_child_by_any_of_their_names) {
    for (auto const* name : {"Sam, one to one", "Samuel's group", "Okafor 4B", "One to one–SAM"})
        EXPECT_TRUE(names_the_child(name, "Samuel Okafor Sam ")) << name;
    for (auto const* name : {"Friendship group, spring", "Sample sessions", "Amira", ""})
        EXPECT_FALSE(names_the_child(name, "Samuel Okafor Sam ")) << name;
}

}  // namespace
}  // namespace programmes
