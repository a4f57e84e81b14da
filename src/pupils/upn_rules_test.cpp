#include "pupils/upn_rules.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace {

using pupils::fault_of_upn;
using pupils::UpnFault;

TEST(Upn, every_number_met_in_public_tests_gets_its_verdict_and_letter) {
    std::ifstream file("tests/samples/upn/upn-test-values.tsv");
    std::string upn, verdict, letter, kind;
    int read = 0;
    while (file >> upn >> verdict >> letter >> kind) {
        ++read;
        EXPECT_EQ(!fault_of_upn(upn), verdict == "valid") << upn;
        EXPECT_EQ(std::string(1, pupils::upn_check_letter(upn)), letter) << upn;
    }
    EXPECT_EQ(read, 60);
}

TEST(Upn, a_wrong_letter_is_told_from_a_number_of_another_shape) {
    EXPECT_EQ(fault_of_upn("A801200005001"), UpnFault::wrong_letter);
    EXPECT_EQ(fault_of_upn("B801200005001"), std::nullopt);
    for (auto const* shape :
         {"",
          "B80120000500",
          "B8012000050011",
          "I801200005001",
          "B80120000500S",
          "B80A200005001",
          "TBC",
          "b801200005001"})
        EXPECT_EQ(fault_of_upn(shape), UpnFault::malformed) << shape;
}

TEST(Upn, a_temporary_number_ends_in_a_letter) { EXPECT_EQ(fault_of_upn("T69759857681R"), std::nullopt); }

TEST(Upn, is_tidied_of_spaces_and_small_letters) {
    EXPECT_EQ(pupils::tidied_upn(" b8012 00005001"), "B801200005001");
}

}  // namespace
