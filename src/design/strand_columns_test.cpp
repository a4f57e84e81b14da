#include "design/strand_columns.hpp"

#include <gtest/gtest.h>

#include "design/spread.hpp"

namespace design {
namespace {

// What stands from the first of these to the end of the second.
std::string part(std::string const& markup, std::string_view first, std::string_view last) {
    auto const from = markup.find(first);
    auto const to = markup.find(last, from);
    EXPECT_TRUE(from != std::string::npos && to != std::string::npos) << markup;
    return markup.substr(from, to + last.size() - from);
}

std::string of_one_child(bool drawn_down) {
    ProfileColumn const column{
        .code = "A", .scores = {0, 20}, .usual = ProfileRange{10, 18}, .values = {std::optional(12)}};
    Profile const made{
        .title = "Sam",
        .series = {"On entry"},
        .sections = {{.name = "Up", .drawn_down = drawn_down, .columns = {column, column}}}};
    return profile(made).markup();
}

std::string of_several(bool drawn_down) {
    SpreadColumn const column{
        .code = "A", .scores = {0, 20}, .usual = ProfileRange{10, 18}, .values = {{12, 12, 15}}};
    Spread const made{
        .title = "Sam",
        .series = {"Latest"},
        .sections = {{.name = "Up", .drawn_down = drawn_down, .columns = {column, column}}}};
    return spread(made).markup();
}

TEST(StrandColumns, stand_alike_for_one_child_and_for_several) {
    for (bool const drawn_down : {false, true}) {
        auto const one = of_one_child(drawn_down);
        auto const several = of_several(drawn_down);
        for (auto const& [first, last] :
             {std::pair{"<p class=\"profile__section\"", "profile__edge"},
              {"<text class=\"profile__code\"", "</text>"},
              {"<line class=\"profile__line\"", "</svg>"}})
            EXPECT_EQ(part(one, first, last), part(several, first, last));
    }
}

TEST(StrandColumns, put_a_score_as_far_from_their_line_as_its_share_of_what_it_can_score) {
    StrandColumns const up({"A"}, false);
    StrandColumns const down({"A"}, true);
    ProfileRange const scores{10, 20};
    EXPECT_DOUBLE_EQ(up.far(10, scores), 0);
    EXPECT_DOUBLE_EQ(2 * up.far(15, scores), up.far(20, scores));
    EXPECT_DOUBLE_EQ(up.far(30, scores), up.far(20, scores)) << "never out of the column";
    EXPECT_LT(up.place(20, scores), up.base());
    EXPECT_GT(down.place(20, scores), down.base());
}

TEST(StrandColumns, set_a_figure_clear_of_the_broken_lines_of_what_is_usual) {
    constexpr double high = 18;
    ProfileRange const scores{0, 20};
    for (bool const drawn_down : {false, true}) {
        StrandColumns const columns({"A"}, drawn_down);
        for (int least = 0; least <= 20; ++least)
            for (int most = least; most <= 20; ++most)
                for (int score = 0; score <= 20; ++score) {
                    auto const y = columns.beside(score, scores, ProfileRange{least, most});
                    auto const from = drawn_down ? y : y - high;
                    for (int const edge : {least, most}) {
                        auto const at = columns.place(edge, scores);
                        EXPECT_FALSE(from < at && at < from + high) << least << ' ' << most << ' ' << score;
                    }
                    EXPECT_GE(
                        drawn_down ? y - columns.base() : columns.base() - y, columns.far(score, scores)
                    );
                }
    }
}

TEST(StrandColumns, leave_the_usual_band_to_be_seen_beside_a_bar) {
    auto const drawn = of_one_child(true);
    auto const across = [&](std::string_view classes) {
        auto const at = drawn.find("class=\"" + std::string(classes) + "\"");
        EXPECT_NE(at, std::string::npos) << classes;
        return std::stod(drawn.substr(drawn.find("width=\"", at) + 7));
    };
    EXPECT_LT(across("profile__bar"), 0.7 * across("profile__usual"));
}

TEST(StrandColumns, of_several_children_say_how_much_they_can_score) {
    EXPECT_NE(of_several(false).find("\"profile__end\""), std::string::npos);
    EXPECT_EQ(of_one_child(false).find("\"profile__end\""), std::string::npos);
}

TEST(StrandColumns, are_wide_where_a_code_is_a_word) {
    EXPECT_LT(StrandColumns({"A", "B"}, false).across(), StrandColumns({"A", "Trust"}, false).across());
}

}  // namespace
}  // namespace design
