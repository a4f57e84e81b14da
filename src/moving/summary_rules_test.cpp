#include "moving/summary_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "moving/document.hpp"

namespace moving {
namespace {

Date day_of(unsigned day) { return *calendar::date(2026, 5, day); }

// Everything that can be gathered of a child, each with words that stand nowhere else.
Gathered everything() {
    Gathered gathered;
    gathered.concerns = {
        {.noticed_on = day_of(4),
         .seen = "Sits alone",
         .tried = "A seat in front",
         .areas = {"Friendships"}}};
    gathered.areas = {"Friendships", "Calm"};
    gathered.places = {
        {.programme = "Friends",
         .form = programmes::Form::group,
         .from_on = day_of(5),
         .ended_on = day_of(20),
         .end_reason = cases::EndReason::completed,
         .held = 6,
         .attended = 5}};
    programmes::Target target;
    target.area_name = "Friendships";
    target.words = "I can join in";
    target.before = 3;
    target.after = 7;
    gathered.targets = {target};
    gathered.reviews = {{.reviewed_on = day_of(21), .outcome = impact::ReviewOutcome::partly}};
    gathered.scores = {
        {.instrument = "A made-up schedule",
         .informant = assessments::Informant::class_teacher,
         .occasion = assessments::Occasion::entry,
         .rated_on = day_of(6),
         .scales =
             {{.label = "Trust", .score = 8, .scores = {0, 16}},
              {.label = "Worry", .score = 3, .scores = {0, 10}, .high_is_good = false}}},
        {.instrument = "Goals",
         .informant = assessments::Informant::child,
         .occasion = assessments::Occasion::entry,
         .rated_on = day_of(6),
         .scales = {{.label = "First goal", .score = 4, .scores = {0, 10}, .words = "I ask first"}}},
        {.instrument = "Feelings",
         .informant = assessments::Informant::child,
         .occasion = assessments::Occasion::entry,
         .rated_on = day_of(6),
         .scales = {{.label = "Glad", .score = 2, .scores = {0, 10}}}},
        {.instrument = "Goals",
         .informant = assessments::Informant::class_teacher,
         .occasion = assessments::Occasion::exit,
         .rated_on = day_of(20),
         .scales = {{.label = "First goal", .score = 9, .scores = {0, 10}, .words = "I wait"}}}};
    gathered.sessions = {
        {.held_on = day_of(12),
         .feeling = sessions::Feeling::not_so_good,
         .said_for = sessions::VoiceFor::helpers,
         .next_time = "Let Sam choose"},
        {.held_on = day_of(19),
         .feeling = sessions::Feeling::really_hard,
         .said_for = sessions::VoiceFor::only_here,
         .next_time = "A quiet room"}};
    gathered.shelves = {{.area = "Friendships", .titles = {"Meet and greet", "A calm corner"}}};
    gathered.confided = {{.held_on = day_of(12), .words = "ZEBRAFISH"}};
    return gathered;
}

bool tells(std::vector<Line> const& lines, std::string_view words) {
    return std::ranges::any_of(lines, [&](Line const& line) {
        return line.text.find(words) != std::string::npos || line.label.find(words) != std::string::npos;
    });
}

TEST(TheSummary, has_of_the_childs_own_what_their_word_lets_go_and_the_rest_always) {
    for (bool const views : {false, true})
        for (bool const confided : {false, true}) {
            auto const lines = lines_of(everything(), {.views = views, .confided = confided});
            EXPECT_EQ(tells(lines, "I can join in"), views);
            EXPECT_EQ(tells(lines, "not so good"), views);
            for (auto const* own : {"“I ask first”: 4", "Glad: 2", "“I wait”: 9"})
                EXPECT_EQ(tells(lines, own), views) << own;
            EXPECT_EQ(tells(lines, "ZEBRAFISH"), confided);
            EXPECT_FALSE(tells(lines, "really hard")) << "told behind a closed door";
            for (auto const* always :
                 {"Sits alone",
                  "A seat in front",
                  "Friendships and Calm",
                  "Came to 5 of 6 sessions",
                  "at 3 of 10 before, and at 7 of 10 after",
                  "Partly",
                  "Trust: 8, of 0 to 16; Worry: 3, of 0 to 10, where less is better",
                  "Let Sam choose",
                  "A quiet room",
                  "A calm corner"})
                EXPECT_TRUE(tells(lines, always)) << always;
        }
}

TEST(TheSummary, has_no_line_of_the_childs_own_in_any_section_without_their_word) {
    for (auto const& line : lines_of(everything(), {}))
        for (auto const own : {Section::views, Section::confided}) EXPECT_NE(line.section, own) << line.label;
    EXPECT_TRUE(lines_of({}, {.views = true, .confided = true}).empty()) << "nothing was gathered";
}

TEST(TheSummary, tells_no_face_that_was_told_behind_a_closed_door_whatever_the_child_lets_go) {
    for (auto const& line : lines_of(everything(), {.views = true, .confided = true})) {
        EXPECT_EQ(is_told_in_confidence(line.section), line.text == "ZEBRAFISH") << line.label;
        EXPECT_NE(line.text, "really hard");
    }
    auto earlier = everything();
    earlier.sessions.back().said_for.reset();  // asked before there was a door, and told that helpers see it
    EXPECT_TRUE(tells(lines_of(earlier, {.views = true, .confided = false}), "really hard"));
}

TEST(TheSummary, says_of_scores_by_which_instrument_when_and_in_whose_view) {
    EXPECT_TRUE(tells(
        lines_of(everything(), {}),
        "A made-up schedule, on entry, rated on Wednesday 6 May 2026, as the class teacher sees it (not "
        "standardised)"
    ));
}

TEST(TheSummary, says_once_what_was_written_twice) {
    auto gathered = everything();
    auto const lines = lines_of(gathered, {.views = true, .confided = true});
    gathered.concerns.push_back(gathered.concerns.front());
    gathered.sessions.push_back(gathered.sessions.front());
    gathered.confided.push_back(gathered.confided.front());
    EXPECT_EQ(lines_of(gathered, {.views = true, .confided = true}), lines);
    gathered.confided.back().words = "Something else";
    EXPECT_EQ(lines_of(gathered, {.views = true, .confided = true}).size(), lines.size() + 1);
}

TEST(TheSummary, names_a_line_by_all_that_it_says) {
    Line const line{Section::concerns, "Noticed", "Sits alone"};
    EXPECT_EQ(id_of(line), id_of(line));
    EXPECT_NE(id_of(line), id_of({Section::helped, "Noticed", "Sits alone"}));
    EXPECT_NE(id_of(line), id_of({Section::concerns, "Noticed ", "Sits alone"}));
    EXPECT_NE(id_of(line), id_of({Section::concerns, "NoticedS", "its alone"}));
}

TEST(ADocument, is_the_same_when_it_is_read_again) {
    Document const document{
        .school = "Copperbeech \"Primary\"",
        .telephone = "01632 960 001",
        .child = "Sam O\u2019Brien",
        .born_on = day_of(1),
        .year = "Year 4",
        .to =
            {.name = "Elm",
             .senco_name = "Mrs Ward",
             .senco_address = {},
             .moves_on = day_of(31),
             .why = "a\nb"},
        .made_on = day_of(22),
        .lines = lines_of(everything(), {.views = true, .confided = true})};
    auto const json = json_of(document);
    auto const again = document_in(json);
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(json_of(*again), json);
    EXPECT_EQ(again->lines, document.lines);
    EXPECT_EQ(again->to.why, "a\nb");
}

TEST(ADocument, from_before_is_read_without_a_face_that_was_told_behind_a_closed_door) {
    Document const document{
        .school = "Copperbeech",
        .telephone = "",
        .child = "Sam",
        .born_on = day_of(1),
        .year = "Year 4",
        .to =
            {.name = "Elm",
             .senco_name = "Mrs Ward",
             .senco_address = {},
             .moves_on = day_of(31),
             .why = "a"},
        .made_on = day_of(22),
        .lines = {
            {Section::views, "How the session was", "ZEBRAFISH"}, {Section::areas, "Agreed", "Friendships"}}};
    auto json = json_of(document);
    constexpr std::string_view shared = "\"views\"";
    auto const at = json.find(shared);
    ASSERT_NE(at, std::string::npos);
    json.replace(at, shared.size(), "\"kept\"");
    auto const again = document_in(json);
    ASSERT_TRUE(again.has_value());
    EXPECT_FALSE(tells(again->lines, "ZEBRAFISH"));
    EXPECT_TRUE(tells(again->lines, "Friendships"));
}

TEST(ADocument, is_no_other_text) {
    for (auto const* text : {"", "{}", "[]", "{\"lines\": []}", "{\"lines\": [{\"section\": \"secrets\"}]}"})
        EXPECT_FALSE(document_in(text).has_value()) << text;
}

}  // namespace
}  // namespace moving
