#include "letters/forms.hpp"

#include <gtest/gtest.h>

namespace letters {
namespace {

std::string repeated(std::string const& text, int times) {
    std::string all;
    for (int time = 0; time < times; ++time) all += text;
    return all;
}

bool takes(std::string const& words) {
    return forms::read_template(
               Fields{
                   {{"title", "About [child]"}, {"words", "[programme] [link] " + words}, {"version", "1"}}}
    ).has_value();
}

// It would hold up everybody while it is laid out.
TEST(LetterForm, takes_no_endless_word) {
    EXPECT_TRUE(takes(repeated("a", 200)));
    EXPECT_FALSE(takes(repeated("a", 201)));
    EXPECT_FALSE(takes(repeated("é", 201)));
    EXPECT_FALSE(takes("Dear parents\n" + repeated("ж", 3000)));
}

TEST(LetterForm, takes_long_letters_in_words_and_in_scripts_without_spaces) {
    EXPECT_TRUE(takes(repeated("kindness ", 800)));
    EXPECT_TRUE(takes(repeated("kindness\n", 800)));
    EXPECT_TRUE(takes(repeated("支援", 700)));
    EXPECT_TRUE(takes("https://alder.school.example/" + repeated("parents/", 20)));
}

}  // namespace
}  // namespace letters
