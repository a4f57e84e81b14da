#include "http/read_form.hpp"

#include <gtest/gtest.h>

#include "base/id.hpp"

namespace {

using http::FormReader;
using Entries = std::vector<std::pair<std::string, std::string>>;

enum class Light { red, amber, green };
constexpr auto words(Light) { return std::array{"red", "amber", "green"}; }

http::DateLimits const limits = http::around(2, 2, *calendar::date(2026, 5, 12));

constexpr std::string_view absent = "Enter the date the letter came back, such as 12 5 2026";

// The message for what was typed, or empty where it was taken as the date.
std::string fault_of(Entries const& typed) {
    Fields const fields(typed);
    FormReader form(fields);
    form.date("on", absent, limits);
    return form.errors().empty() ? "" : form.errors().at(0).message;
}

std::string date_of(Entries const& typed) {
    Fields const fields(typed);
    FormReader form(fields);
    auto const date = form.date("on", absent, limits);
    return form.errors().empty() ? calendar::iso(date) : form.errors().at(0).message;
}

std::string date_of(std::string const& text) { return date_of(Entries{{"on", text}}); }

Entries parts(std::string const& day, std::string const& month, std::string const& year) {
    return {{"on-day", day}, {"on-month", month}, {"on-year", year}};
}

}  // namespace

TEST(FormReader, keeps_the_lines_of_a_text_and_makes_one_of_a_name) {
    Fields const fields({{"name", "Brook Lane\nJunior School\n"}, {"seen", "On Monday.\nAgain today."}});
    http::FormReader form(fields);
    EXPECT_EQ(form.text("name", "Enter a name", 200), "Brook Lane Junior School");
    EXPECT_EQ(form.text("seen", "Enter what you saw"), "On Monday.\nAgain today.");
}

TEST(FormReader, takes_out_marks_that_nobody_sees) {
    Fields const fields(Entries{
        {"name", "\u202ESam\u202C \u2066O\u00ADkafor\u2069\u200E"},
        {"nothing", "\u2067 \u2069"},
        {"joined", "\u0646\u200C\u0627"}});
    FormReader form(fields);
    EXPECT_EQ(form.text("name", absent, 20), "Sam Okafor");
    EXPECT_EQ(form.text("joined", absent, 20), "\u0646\u200C\u0627") << "Persian joins letters so";
    EXPECT_TRUE(form.errors().empty());
    EXPECT_EQ(form.text("nothing", absent, 20), "");
    EXPECT_EQ(form.errors().size(), 1U);
}

TEST(FormDates, are_read_however_people_type_them) {
    for (auto const text :
         {"2026-05-12",
          "12/5/2026",
          "12 5 2026",
          "12.5.2026",
          "12-05-2026",
          " 12  May 2026 ",
          "12 may, 2026",
          "2026/5/12",
          "12 MAY 2026"})
        EXPECT_EQ(date_of(text), "2026-05-12") << text;
    EXPECT_EQ(date_of("1 sept 2026"), "2026-09-01");
    EXPECT_EQ(date_of("1 Jun 2026"), "2026-06-01");
    EXPECT_EQ(date_of(parts("12", "5", "2026")), "2026-05-12");
    EXPECT_EQ(date_of(parts(" 12 ", "May", "2026")), "2026-05-12");
    EXPECT_EQ(date_of(parts("01", "02", "2026")), "2026-02-01");
}

TEST(FormDates, where_nothing_is_typed_the_message_of_the_form_is_given) {
    EXPECT_EQ(fault_of({}), absent);
    EXPECT_EQ(fault_of(parts("", " ", "")), absent);
    EXPECT_EQ(fault_of({{"on", "  "}}), absent);
}

TEST(FormDates, the_message_says_which_part_is_wrong) {
    EXPECT_EQ(fault_of(parts("31", "2", "2026")), "31 February 2026 is not a date");
    EXPECT_EQ(date_of("2026-02-31"), "31 February 2026 is not a date");
    EXPECT_EQ(date_of("29 2 2026"), "29 February 2026 is not a date");
    EXPECT_EQ(
        fault_of(parts("32", "5", "2026")), "The day must be a number from 1 to 31, such as 12 in 12 5 2026"
    );
    EXPECT_EQ(
        fault_of(parts("x", "5", "2026")), "The day must be a number from 1 to 31, such as 12 in 12 5 2026"
    );
    EXPECT_EQ(
        fault_of(parts("12", "13", "2026")), "The month must be a number from 1 to 12 or a name such as May"
    );
    EXPECT_EQ(
        fault_of(parts("12", "Ma", "2026")), "The month must be a number from 1 to 12 or a name such as May"
    );
    EXPECT_EQ(
        fault_of(parts("12", "Mayor", "2026")),
        "The month must be a number from 1 to 12 or a name such as May"
    );
    for (auto const year : {"2", "226", "02026", "0026", "20 26", "-026", "year"})
        EXPECT_EQ(fault_of(parts("12", "5", year)), "The year must have four digits, such as 2026") << year;
    EXPECT_EQ(date_of("12.5.226"), "The year must have four digits, such as 2026");
}

TEST(FormDates, two_digits_of_a_year_mean_this_century) {
    EXPECT_EQ(date_of("12.5.26"), date_of("12.5.2026"));
    EXPECT_EQ(date_of("12 May 09"), date_of("12 May 2009"));
    EXPECT_EQ(date_of("12/5/00"), date_of("12/5/2000"));
}

TEST(FormDates, the_message_names_the_parts_that_are_missing) {
    EXPECT_EQ(fault_of(parts("12", "", "2026")), "Add the month, such as 12 5 2026");
    EXPECT_EQ(fault_of(parts("", "", "2026")), "Add the day and month, such as 12 5 2026");
    EXPECT_EQ(fault_of({{"on-day", "12"}}), "Add the month and year, such as 12 5 2026");
}

TEST(FormDates, anything_else_is_answered_with_an_example) {
    for (auto const& text :
         {std::string("tomorrow"),
          std::string("12 5"),
          std::string("1 2 3 4"),
          std::string("///"),
          std::string(10'000, '1')})
        EXPECT_EQ(date_of(text), "Enter the day, the month and the year, such as 12 5 2026") << text;
}

TEST(FormDates, a_date_that_may_be_absent_is_still_read_with_care) {
    Fields const fields(Entries{{"on", "31 2 2026"}});
    FormReader form(fields);
    EXPECT_FALSE(form.date_if_any("other", limits));
    EXPECT_TRUE(form.errors().empty());
    EXPECT_FALSE(form.date_if_any("on", limits));
    EXPECT_EQ(form.errors().size(), 1U);
}

TEST(FormDates, beyond_their_limits_are_answered_with_the_limits) {
    for (auto const text : {"1850-01-01", "12 5 9999", "11 May 2024", "13/5/2028"}) {
        EXPECT_EQ(date_of(text), "Enter a day between 12 May 2024 and 12 May 2028") << text;
        Fields const fields(Entries{{"on", text}});
        FormReader form(fields);
        EXPECT_FALSE(form.date_if_any("on", limits)) << text;
        EXPECT_EQ(form.errors().size(), 1U) << text;
    }
}

TEST(FormTexts, are_trimmed_and_held_to_their_length_in_characters) {
    Fields const fields(Entries{
        {"seen", "  He hid.\n"}, {"blank", " \n"}, {"long", std::string(5200, 'x')}, {"even", "ëëë"}});
    FormReader form(fields);
    EXPECT_EQ(form.text("seen", "Enter what you saw"), "He hid.");
    EXPECT_EQ(form.text("even", "Enter it", 3), "ëëë");
    EXPECT_EQ(form.text_if_any("blank"), "");
    EXPECT_TRUE(form.errors().empty());
    form.text("blank", "Enter what you saw");
    form.text("long", "Enter what you saw");
    form.text_if_any("even", 2);
    ASSERT_EQ(form.errors().size(), 3U);
    EXPECT_EQ(form.errors()[0].message, "Enter what you saw");
    EXPECT_EQ(form.errors()[1].message, "Shorten this to 4,000 characters or fewer; it has 5,200");
    EXPECT_EQ(form.errors()[2].message, "Shorten this to 2 characters or fewer; it has 3");
}

TEST(FormNumbers, are_whole_and_within_bounds) {
    Fields const fields(Entries{
        {"n", " 12 "},
        {"least", "-3"},
        {"most", "40"},
        {"over", "41"},
        {"huge", std::string(400, '9')},
        {"half", "1.5"},
        {"word", "two"}});
    FormReader form(fields);
    EXPECT_EQ(form.number("n", "Enter how many", -3, 40), 12);
    EXPECT_EQ(form.number("least", "Enter how many", -3, 40), -3);
    EXPECT_EQ(form.number_if_any("most", -3, 40), 40);
    EXPECT_EQ(form.number_if_any("absent", -3, 40), std::nullopt);
    EXPECT_TRUE(form.errors().empty());
    form.number("absent", "Enter how many", -3, 40);
    for (auto const field : {"over", "huge", "half", "word"}) form.number(field, "Enter how many", -3, 40);
    ASSERT_EQ(form.errors().size(), 5U);
    EXPECT_EQ(form.errors()[0].message, "Enter how many");
    EXPECT_EQ(form.errors()[1].message, "Enter a number from -3 to 40");
    EXPECT_EQ(form.errors()[2].message, "Enter a number from -3 to 40");
    EXPECT_EQ(form.errors()[3].message, "Enter a whole number from -3 to 40");
    EXPECT_EQ(form.errors()[4].message, "Enter a whole number from -3 to 40");
}

TEST(FormChoices, only_words_of_the_set_and_ids_are_taken) {
    using ThingId = Id<struct ThingTag>;
    auto const id = std::string(ThingId::make({1}).text());
    Fields const fields(Entries{
        {"light", "amber"},
        {"light", "blue"},
        {"light", "red"},
        {"thing", id},
        {"thing", "x"},
        {"agreed", "yes"},
        {"wrong", "blue"}});
    FormReader form(fields);
    EXPECT_EQ(form.choice<Light>("light", "Choose a light"), Light::amber);
    EXPECT_EQ(form.choices<Light>("light"), (std::vector{Light::amber, Light::red}));
    EXPECT_EQ(form.choice_if_any<Light>("wrong"), std::nullopt);
    EXPECT_EQ(form.id<ThingId>("thing", "Choose a thing").text(), id);
    EXPECT_EQ(form.ids<ThingId>("thing").size(), 1U);
    EXPECT_TRUE(form.ticked("agreed"));
    EXPECT_FALSE(form.ticked("never"));
    EXPECT_TRUE(form.errors().empty());
    form.choice<Light>("wrong", "Choose a light");
    form.id<ThingId>("agreed", "Choose a thing");
    EXPECT_EQ(form.errors().size(), 2U);
}
