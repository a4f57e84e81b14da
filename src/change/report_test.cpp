#include "change/report.hpp"

#include <gtest/gtest.h>

namespace change {
namespace {

bool holds(std::string const& text, std::string_view words) { return text.find(words) != std::string::npos; }

programmes::TargetId target(int number) { return programmes::TargetId::make(Instant{number}); }

Report report_for_sam() {
    auto const friendships = target(1);
    auto const feelings = target(2);
    auto const attention = target(3);
    return {
        .school = "Alder Brook Junior School",
        .telephone = "01234 567890",
        .forename = "Sam",
        .programme = "Friendship group",
        .began_on = calendar::parse_iso("2026-04-21"),
        .ended_on = calendar::parse_iso("2026-06-02"),
        .sessions = {.planned = 8, .held = 6, .put_off = 4, .cancelled = 2, .written_up = 6, .there = 5},
        .targets =
            {{.id = friendships,
              .area_name = "Friendships",
              .words = "I join in at break",
              .before = 3,
              .after = 6},
             {.id = feelings, .area_name = "Feelings", .words = "I stay calm", .before = 4, .after = 4},
             {.id = attention, .area_name = "Attention", .words = "I listen", .before = 5, .after = 4}},
        .by_one_person = {friendships, feelings, attention},
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
    EXPECT_TRUE(
        holds(words, "- Friendships: seen at 3 before support and at 6 after it: more often than before.")
    );
    EXPECT_TRUE(holds(words, "- Feelings: seen at 4 before support and at 4 after it: as often as before."));
    EXPECT_TRUE(
        holds(words, "- Attention: seen at 5 before support and at 4 after it: less often than before.")
    );
    EXPECT_TRUE(holds(words, "some of it lasts"));
    EXPECT_TRUE(holds(words, "speak to Joan Barker, or telephone 01234 567890."));
}

TEST(ReportForParents, says_of_each_number_that_it_is_of_what_the_child_hopes_to_do_and_that_more_is_better) {
    auto report = report_for_sam();
    report.targets = {{.area_name = "Anger", .words = "Lose a game and be OK", .before = 1, .after = 6}};
    auto const words = words_of(report);
    EXPECT_TRUE(holds(words, "In each area there is something that Sam hopes to do"));
    EXPECT_TRUE(holds(words, "how often they saw Sam do it in class"));
    EXPECT_TRUE(holds(words, "a higher number is better"));
    EXPECT_FALSE(holds(words, "Lose a game"));
    EXPECT_FALSE(holds(words, "easier"));
}

TEST(ReportForParents, never_calls_what_two_people_saw_a_change) {
    auto report = report_for_sam();
    report.by_one_person.clear();
    auto const words = words_of(report);
    EXPECT_TRUE(holds(words, "- Friendships: seen at 3 before support and at 6 after it, by another person.")
    );
    EXPECT_TRUE(holds(words, "these numbers do not tell whether anything changed"));
    for (auto const* claim : {"than before", "as before", "easier", "harder"})
        EXPECT_FALSE(holds(words, claim));
    EXPECT_FALSE(holds(words_of(report_for_sam()), "do not tell whether"));
}

TEST(ReportForParents, says_by_another_person_of_those_targets_alone_where_it_was_another) {
    auto report = report_for_sam();
    report.by_one_person.erase(report.by_one_person.begin());
    auto const words = words_of(report);
    EXPECT_TRUE(holds(words, "- Friendships: seen at 3 before support and at 6 after it, by another person.")
    );
    EXPECT_TRUE(holds(words, "- Feelings: seen at 4 before support and at 4 after it: as often as before."));
    EXPECT_TRUE(holds(words, "Where another person looked after support, the two numbers do not tell"));
    EXPECT_FALSE(holds(words, "so these numbers do not tell"));
}

TEST(ReportForParents, tells_what_was_planned_held_put_off_and_cancelled) {
    auto report = report_for_sam();
    auto const told =
        "8 sessions were planned, and 6 were held; 4 times a session was put off to another day; "
        "2 did not take place. Sam was there";
    EXPECT_TRUE(holds(words_of(report), told)) << words_of(report);
    report.ended_on.reset();
    report.sessions = {.planned = 1, .put_off = 1};
    EXPECT_TRUE(holds(
        words_of(report),
        "1 session was planned, and none was held so far; once a session was put off to another day."
    )) << words_of(report);
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
    EXPECT_TRUE(holds(words, "seen at 3 before support; not looked at again yet"));
    EXPECT_TRUE(holds(words, "not measured before support began"));
    EXPECT_TRUE(holds(words, "The class teacher looks again some weeks after the last session."));
    EXPECT_EQ(title_of(report), "How support is going for Sam");
    EXPECT_EQ(title_of(report_for_sam()), "How support went for Sam");
    report.began_on.reset();
    EXPECT_TRUE(holds(words_of(report), "Sam has a place in “Friendship group”, nurture support"));
}

}  // namespace
}  // namespace change
