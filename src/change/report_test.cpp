#include "change/report.hpp"

#include <gtest/gtest.h>

namespace change {
namespace {

bool holds(std::string const& text, std::string_view words) { return text.find(words) != std::string::npos; }

Report report_for_sam() {
    return {
        .school = "Alder Brook Junior School",
        .telephone = "01234 567890",
        .forename = "Sam",
        .programme = "Friendship group",
        .began_on = calendar::parse_iso("2026-04-21"),
        .ended_on = calendar::parse_iso("2026-06-02"),
        .held = 6,
        .there = 5,
        .targets =
            {{.area_name = "Friendships", .words = "I join in at break", .before = 3, .after = 6},
             {.area_name = "Feelings", .words = "I stay calm", .before = 4, .after = 4},
             {.area_name = "Attention", .words = "I listen", .before = 5, .after = 4}},
        .outcome = impact::ReviewOutcome::partly,
        .made_by = "Joan Barker",
        .made_on = *calendar::parse_iso("2026-07-07")};
}

TEST(ReportForParents, says_in_plain_words_where_the_class_teacher_saw_the_child) {
    auto const words = words_of(report_for_sam());
    EXPECT_TRUE(holds(
        words,
        "Sam was in “Friendship group”, nurture support at our school, from 21 April 2026 to 2 June 2026."
    ));
    EXPECT_TRUE(holds(words, "Sam was there at 5 of the 6 sessions that we have notes of."));
    EXPECT_TRUE(holds(words, "- Friendships: 3 before support and 6 after it: easier than before."));
    EXPECT_TRUE(holds(words, "- Feelings: 4 before support and 4 after it: as before."));
    EXPECT_TRUE(holds(words, "- Attention: 5 before support and 4 after it: harder than before."));
    EXPECT_TRUE(holds(words, "some of it lasts"));
    EXPECT_TRUE(holds(words, "speak to Joan Barker, or telephone 01234 567890."));
}

TEST(ReportForParents, holds_neither_the_childs_own_words_nor_the_words_of_statistics) {
    auto const words = words_of(report_for_sam());
    for (auto const* unwanted :
         {"I join in",
          "I stay calm",
          "significant",
          "reliable",
          "deviation",
          "interval",
          "because of",
          "no progress"})
        EXPECT_FALSE(holds(words, unwanted)) << unwanted;
}

TEST(ReportForParents, says_what_is_not_known_yet) {
    auto report = report_for_sam();
    report.outcome.reset();
    report.ended_on.reset();
    report.targets.front().after.reset();
    report.targets.back().before.reset();
    auto const words = words_of(report);
    EXPECT_TRUE(
        holds(words, "Sam has been in “Friendship group”, nurture support at our school, since 21 April")
    );
    EXPECT_TRUE(holds(words, "3 before support; not looked at again yet"));
    EXPECT_TRUE(holds(words, "not measured before support began"));
    EXPECT_TRUE(holds(words, "The class teacher looks again some weeks after the last session."));
    EXPECT_EQ(title_of(report), "How support is going for Sam");
    EXPECT_EQ(title_of(report_for_sam()), "How support went for Sam");
    report.began_on.reset();
    EXPECT_TRUE(holds(words_of(report), "Sam has a place in “Friendship group”, nurture support"));
}

}  // namespace
}  // namespace change
