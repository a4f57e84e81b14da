#include "programmes/forms.hpp"

#include <gtest/gtest.h>

namespace programmes::forms {
namespace {

TEST(TimeOfDay, is_read_as_people_type_it) {
    for (auto const typed : {"3pm", "3 pm", "3 PM", "3.00pm", "3:00 p.m.", "15.00", "15:00", " 15:00 "})
        EXPECT_EQ(time_of_day(typed), "15:00") << typed;
    EXPECT_EQ(time_of_day("3.15 pm"), "15:15");
    EXPECT_EQ(time_of_day("15.15"), "15:15");
    EXPECT_EQ(time_of_day("9.30"), "09:30");
    EXPECT_EQ(time_of_day("9.30am"), "09:30");
}

TEST(TimeOfDay, has_noon_in_the_afternoon_and_midnight_in_the_morning) {
    EXPECT_EQ(time_of_day("12pm"), "12:00");
    EXPECT_EQ(time_of_day("12.30 am"), "00:30");
    EXPECT_EQ(time_of_day("12:30"), "12:30");
}

TEST(TimeOfDay, is_refused_where_it_is_none) {
    for (auto const typed :
         {"",
          "3",
          "pm",
          "am",
          "13pm",
          "0pm",
          "15.15 pm",
          "3.5",
          "24:00",
          "9:60",
          "3pmm",
          "three pm",
          "3 o'clock",
          "a3pm"})
        EXPECT_FALSE(time_of_day(typed)) << typed;
}

// Every minute of the day, typed both ways.
TEST(TimeOfDay, is_the_same_in_twelve_hours_and_in_twenty_four) {
    for (int hour = 0; hour < 24; ++hour)
        for (int minute = 0; minute < 60; ++minute) {
            auto const minutes = (minute < 10 ? "0" : "") + std::to_string(minute);
            auto const in_twelve = std::to_string(hour % 12 == 0 ? 12 : hour % 12) + "." + minutes;
            auto const whole = std::to_string(hour) + ":" + minutes;
            ASSERT_EQ(time_of_day(in_twelve + (hour < 12 ? "am" : " pm")), time_of_day(whole)) << whole;
        }
}

Target target(std::string const& area, std::string words = {}) {
    Target one;
    one.id = TargetId::make(Instant{});
    one.area_name = area;
    one.words = std::move(words);
    return one;
}

FormErrors faults_of(
    std::vector<Target> const& standing, std::vector<std::string> const& typed, Fields more = {}
) {
    Fields fields = std::move(more);
    for (std::size_t at = 0; at < typed.size(); ++at) {
        fields.add("held-" + words_field(standing[at].id), standing[at].words);
        fields.add(words_field(standing[at].id), typed[at]);
    }
    auto const read = targets(fields, standing);
    return read ? FormErrors{} : read.error();
}

TEST(Targets, that_are_sent_without_any_words_say_what_is_missing) {
    std::vector const two{target("Anxiety"), target("Friendships")};
    auto const faults = faults_of(two, {"", " "});
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults.front().field, words_field(two.front().id));
    EXPECT_NE(faults.front().message.find("Anxiety"), std::string::npos);
    EXPECT_EQ(faults_of({}, {}).front().field, "area");
}

TEST(Targets, may_wait_for_another_talk_while_one_has_words) {
    std::vector const two{target("Anxiety"), target("Friendships")};
    EXPECT_TRUE(faults_of(two, {"I breathe out slowly", ""}).empty());
    auto const area = std::string(AreaId::make(Instant{}).text());
    EXPECT_TRUE(faults_of(two, {"", ""}, Fields{{{"area", area}, {"words", "I ask for help"}}}).empty());
}

TEST(Targets, are_taken_out_and_not_wiped_out) {
    std::vector const two{target("Anxiety", "I breathe out slowly"), target("Friendships", "I join in")};
    auto const faults = faults_of(two, {"", "I join in at break"});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_NE(faults.front().message.find("take it out"), std::string::npos);
}

TEST(Endings, of_a_place_are_those_that_people_choose) {
    for (auto const reason : all_of<cases::EndReason>()) {
        auto const read = ending(Fields{{{"end_reason", std::string(word(reason))}, {"why", "As agreed"}}});
        bool const chosen = reason == cases::EndReason::left_school || reason == cases::EndReason::own_wish ||
                            reason == cases::EndReason::no_longer_needed ||
                            reason == cases::EndReason::moved_programme;
        EXPECT_EQ(bool(read), chosen) << word(reason);
    }
}

}  // namespace
}  // namespace programmes::forms
