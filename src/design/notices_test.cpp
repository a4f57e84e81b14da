#include "design/notices.hpp"

#include <gtest/gtest.h>

namespace design {
namespace {

TEST(AsWritten, keeps_the_lines_of_what_a_person_wrote) {
    EXPECT_EQ(as_written("Alone at break\nAlone at lunch").markup(), "Alone at break<br>Alone at lunch");
    EXPECT_EQ(as_written("At break\n\nAt lunch").markup(), "At break<br><br>At lunch") << "an empty line too";
}

TEST(AsWritten, adds_nothing_to_one_line_and_escapes_every_line) {
    EXPECT_EQ(as_written("Alone at break").markup(), "Alone at break");
    EXPECT_EQ(as_written("<b>\n<br>").markup(), "&lt;b&gt;<br>&lt;br&gt;");
    EXPECT_TRUE(as_written("").empty());
}

}  // namespace
}  // namespace design
