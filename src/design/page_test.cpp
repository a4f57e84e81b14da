#include "design/page.hpp"

#include <gtest/gtest.h>

#include "design/assets.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "design/way.hpp"

namespace design {
namespace {

bool holds(std::string_view markup, std::string_view part) {
    return markup.find(part) != std::string_view::npos;
}

std::size_t count(std::string_view markup, std::string_view part) {
    std::size_t found = 0;
    for (auto at = markup.find(part); at != std::string_view::npos; at = markup.find(part, at + 1)) ++found;
    return found;
}

Frame signed_in() {
    return {
        .school_name = "Withybrook <Junior>",
        .person_name = "Rosa Hall",
        .person_role = "SENCo",
        .places = {{"Today", "/", true}, {"Pupils", "/pupils"}},
        .guard = {"a-csrf", "a-once"}};
}

TEST(Page, is_a_complete_document_in_english) {
    auto const markup = page(signed_in(), {.title = "Today", .main = heading("Good morning")});
    EXPECT_TRUE(markup.starts_with("<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\">"));
    EXPECT_TRUE(markup.ends_with("</body></html>"));
    EXPECT_TRUE(holds(markup, "<title>Today · Withybrook &lt;Junior&gt; · Withy</title>"));
    EXPECT_TRUE(holds(markup, "href=\"#main\">Skip to the main part</a>"));
    EXPECT_EQ(count(markup, "<h1"), 1U);
}

TEST(Page, says_first_that_a_form_was_refused) {
    EXPECT_TRUE(holds(page(signed_in(), {.title = "Concern", .refused = true}), "<title>Error: Concern"));
}

TEST(Page, holds_no_style_and_no_script_of_its_own) {
    auto const markup = page(signed_in(), {.title = "Today", .main = step_line({{.name = "Concern"}})});
    EXPECT_FALSE(holds(markup, "style="));
    EXPECT_FALSE(holds(markup, "<style"));
    EXPECT_FALSE(holds(markup, " on"));
    EXPECT_EQ(count(markup, "<script"), count(markup, "<script src=\"/assets/"));
}

TEST(Page, leaves_by_a_form_with_both_tokens) {
    auto const markup = page(signed_in(), {.title = "Today"});
    EXPECT_TRUE(holds(
        markup,
        "action=\"/sign-out\" data-leaves=\"yes\"><input type=\"hidden\" name=\"csrf\" value=\"a-csrf\">"
    ));
    EXPECT_FALSE(holds(markup, "action=\"/lock\""));
}

TEST(Page, locks_by_a_form_that_leaves_too) {
    auto frame = signed_in();
    frame.lock_path = "/lock";
    EXPECT_TRUE(holds(
        page(frame, {.title = "Today"}),
        "action=\"/lock\" data-leaves=\"yes\"><input type=\"hidden\" name=\"csrf\" value=\"a-csrf\">"
    ));
}

TEST(Page, marks_the_place_where_one_is) {
    auto const markup = page(signed_in(), {.title = "Today"});
    EXPECT_TRUE(holds(markup, "<a href=\"/\" aria-current=\"page\"><span>Today</span></a>"));
    EXPECT_EQ(count(markup, "aria-current"), 1U);
}

TEST(Page, shows_a_stranger_neither_search_nor_ways_out) {
    auto const markup = page({.school_name = "Withybrook"}, {.title = "Sign in"});
    EXPECT_FALSE(holds(markup, "role=\"search\""));
    EXPECT_FALSE(holds(markup, "/sign-out"));
}

TEST(Page, of_a_childs_check_in_shows_nothing_but_the_question) {
    auto const markup = page(signed_in(), {.title = "How was today?", .layout = Layout::whole_screen});
    EXPECT_FALSE(holds(markup, "Rosa Hall"));
    EXPECT_FALSE(holds(markup, "<footer"));
    EXPECT_FALSE(holds(markup, "<nav"));
}

TEST(StepLine, says_of_each_step_how_it_stands) {
    auto const line = step_line(
        {{"Concern", StepState::done, "3 May"},
         {"Waiting list", StepState::not_needed},
         {"Consent", StepState::current},
         {"Programme", StepState::to_come}}
    );
    auto const& markup = line.markup();
    EXPECT_TRUE(holds(markup, "<span class=\"govuk-visually-hidden\">done</span> 3 May"));
    EXPECT_TRUE(holds(markup, ">not needed<"));
    EXPECT_TRUE(holds(markup, ">to come<"));
    EXPECT_EQ(count(markup, "aria-current=\"step\""), 1U);
    EXPECT_EQ(count(markup, "way__step--reached"), 3U);
}

TEST(WeekStrip, says_why_a_week_was_missed) {
    auto const strip =
        week_strip({{"Week 1", "5 May", WeekState::missed, "Room taken"}, {"Week 2", "12 May"}});
    EXPECT_TRUE(holds(strip.markup(), ">Missed</span><span class=\"week__why\">Room taken</span>"));
    EXPECT_TRUE(holds(strip.markup(), ">To plan<"));
}

TEST(Chart, has_a_line_in_its_key_only_where_one_is_drawn) {
    auto const two = chart({.question = "Easier?", .lines = {{"Hugo", {{"1 May", 1, 2}, {"8 May", 8, 4}}}}});
    EXPECT_TRUE(holds(two.markup(), "<li class=\"chart__key chart__key--dots\">Hugo"));
    auto const three = chart(
        {.question = "Easier?", .lines = {{"Hugo", {{"1 May", 1, 2}, {"8 May", 8, 4}, {"15 May", 15, 5}}}}}
    );
    EXPECT_TRUE(holds(three.markup(), "<li class=\"chart__key\">Hugo"));
}

TEST(Chart, leaves_a_gap_for_a_week_without_a_rating) {
    auto const drawn = chart(
        {.question = "Easier?",
         .lines =
             {{"Joining in",
               {{"1 May", 1, 2}, {"8 May", 8, 4}, {"15 May", 15, std::nullopt}, {"22 May", 22, 6}}}}}
    );
    auto const at = drawn.markup().find(" d=\"M");
    auto const path = drawn.markup().substr(at + 4, drawn.markup().find('"', at + 4) - at - 4);
    EXPECT_EQ(count(path, "M"), 2U);
    EXPECT_EQ(count(path, "L"), 1U);
    EXPECT_TRUE(holds(drawn.markup(), "no rating"));
}

TEST(Chart, of_two_values_shows_a_before_and_an_after_and_no_line_between) {
    auto const drawn =
        chart({.question = "Easier?",
               .lines = {{"Sam", {{"1 May", 1, 3}, {"8 May", 8, std::nullopt}, {"15 May", 15, 6}}}}}
        ).markup();
    EXPECT_FALSE(holds(drawn, "<path"));
    EXPECT_EQ(count(drawn, "<circle"), 2U);
    EXPECT_TRUE(holds(drawn, ">3</text>"));
    EXPECT_TRUE(holds(drawn, ">Sam 6</text>"));
    EXPECT_TRUE(holds(drawn, "aria-label=\"Easier? 3 on 1 May, and 6 on 15 May.\""));
}

TEST(Chart, sets_its_days_as_far_apart_as_they_are) {
    auto const drawn =
        chart({.question = "Easier?", .lines = {{"", {{"1 May", 1, 2}, {"8 May", 8, 4}, {"22 May", 22, 6}}}}}
        ).markup();
    std::vector<double> across;
    for (auto at = drawn.find(" cx=\""); at != drawn.npos; at = drawn.find(" cx=\"", at + 1))
        across.push_back(std::stod(drawn.substr(at + 5)));
    ASSERT_EQ(across.size(), 3U);
    EXPECT_NEAR(across[2] - across[1], 2 * (across[1] - across[0]), 0.3);
}

TEST(Chart, names_its_first_and_last_day_and_those_between_that_have_room) {
    std::vector<ChartPoint> points;
    for (long day = 1; day <= 29; ++day) points.push_back({std::to_string(day) + " May", day, 5});
    auto const drawn = chart({.question = "Easier?", .lines = {{"", points}}}).markup();
    auto const drawing = drawn.substr(0, drawn.find("<figcaption"));
    EXPECT_TRUE(holds(drawing, ">1 May<"));
    EXPECT_TRUE(holds(drawing, ">29 May<"));
    EXPECT_FALSE(holds(drawing, ">28 May<"));
    EXPECT_LT(count(drawing, " May<"), 11U);
    EXPECT_GT(count(drawing, " May<"), 5U);
}

TEST(Chart, marks_the_weeks_in_which_something_happened_in_the_drawing_and_in_the_table) {
    Chart weeks{
        .question = "Easier?",
        .lines = {{"", {{"1 May", 1, 2, true}, {"8 May", 8, std::nullopt, true}, {"15 May", 15, 6}}}}};
    EXPECT_EQ(count(chart(weeks).markup(), "chart__happened"), 0U) << "nothing is said of it";
    weeks.happening = {
        .heading = "Session",
        .happened = "held",
        .did_not = "none",
        .key = "A session was held in that week"};
    auto const drawn = chart(weeks).markup();
    EXPECT_EQ(count(drawn, "chart__happened"), 2U);
    EXPECT_EQ(count(drawn, ">held<"), 2U);
    EXPECT_EQ(count(drawn, ">none<"), 1U);
    EXPECT_TRUE(holds(drawn, "A session was held in that week"));
}

TEST(Chart, without_any_rating_still_says_its_question) {
    EXPECT_TRUE(holds(chart({.question = "Easier?"}).markup(), "Easier?"));
    EXPECT_TRUE(
        holds(chart({.question = "Easier?", .lines = {{"A", {{"1 May", 1, {}}}}}}).markup(), "no rating")
    );
}

TEST(Table, of_nothing_is_a_sentence_where_one_is_given) {
    EXPECT_TRUE(
        holds(table({.columns = {{"Child"}}, .if_empty = "No children yet."}).markup(), "No children yet.")
    );
    EXPECT_TRUE(holds(table({.columns = {{"Child"}}}).markup(), "<table"));
}

TEST(WorkList, of_nothing_is_left_out_unless_it_has_a_sentence) {
    EXPECT_TRUE(work_list({.heading = "Overdue"}).empty());
    EXPECT_TRUE(holds(work_list({.heading = "Today", .if_empty = "Nothing."}).markup(), "Nothing."));
}

TEST(Pagination, leads_to_the_neighbours_and_keeps_the_query) {
    EXPECT_TRUE(pagination({"/pupils", 1, 1}).empty());
    auto const middle = pagination({"/pupils?q=a", 2, 3});
    EXPECT_TRUE(holds(middle.markup(), "/pupils?q=a&amp;page=1"));
    EXPECT_TRUE(holds(middle.markup(), "/pupils?q=a&amp;page=3"));
    EXPECT_FALSE(holds(pagination({"/pupils", 3, 3}).markup(), "page=4"));
}

TEST(Assets, are_found_by_the_paths_that_pages_name) {
    for (auto const path : {stylesheet_path(), script_path(), icon_path(), font_path()}) {
        ASSERT_NE(asset(path), nullptr) << path;
        EXPECT_FALSE(asset(path)->identity.empty());
    }
    EXPECT_EQ(asset("/assets/other.css"), nullptr);
    EXPECT_EQ(asset(""), nullptr);
}

TEST(Assets, texts_are_there_compressed_and_fonts_are_not_compressed_twice) {
    for (auto const& one : assets()) {
        auto const is_font = one.content_type == "font/woff2";
        EXPECT_EQ(one.gzip.empty(), is_font) << one.path;
        EXPECT_EQ(one.brotli.empty(), is_font) << one.path;
        EXPECT_LT(one.gzip.size(), one.identity.size()) << one.path;
    }
}

TEST(Assets, of_a_first_visit_weigh_under_sixty_kilobytes) {
    std::size_t bytes = 0;
    for (auto const& one : assets()) bytes += one.gzip.empty() ? one.identity.size() : one.gzip.size();
    EXPECT_LT(bytes, 60U * 1024);
}

}  // namespace
}  // namespace design
