#include "programmes/clash_rules.hpp"

#include <gtest/gtest.h>

#include "base/id.hpp"

namespace programmes {
namespace {

Date const wednesday = *calendar::parse_iso("2026-05-13");

class Clashes : public testing::Test {
protected:
    Booking brave_steps(Date on = *calendar::parse_iso("2026-05-13")) const {
        return {
            .programme_name = "Brave steps",
            .person = maria,
            .person_name = "Maria Silva",
            .room = nest,
            .room_name = "The Nest",
            .on = on,
            .at = stretch_of("14:15", 45)};
    }
    static Booking wanted(StaffId const& person, schools::RoomId const& room, Date on) {
        return {.person = person, .room = room, .on = on, .at = stretch_of("14:30", 45)};
    }
    static std::vector<std::string> said(
        std::vector<Booking> const& wanted, std::vector<Booking> const& taken
    ) {
        std::vector<std::string> words;
        for (auto const& clash : clashes(wanted, taken)) words.push_back(in_words(clash));
        return words;
    }

    StaffId maria = StaffId::make(calendar::start_of(wednesday));
    StaffId joan = StaffId::make(calendar::start_of(wednesday));
    schools::RoomId nest = schools::RoomId::make(calendar::start_of(wednesday));
    schools::RoomId den = schools::RoomId::make(calendar::start_of(wednesday));
    std::vector<Booking> weekly{brave_steps(), brave_steps(wednesday + 7)};
};

TEST_F(Clashes, name_the_room_that_is_taken_and_until_when) {
    EXPECT_EQ(
        said({wanted(joan, nest, wednesday), wanted(joan, nest, wednesday + 7)}, weekly),
        std::vector<std::string>{"The Nest is taken by “Brave steps” on Wednesdays until 15:00."}
    );
}

TEST_F(Clashes, name_the_one_day_where_there_is_but_one) {
    EXPECT_EQ(
        said({wanted(joan, nest, wednesday), wanted(joan, nest, wednesday + 14)}, weekly),
        std::vector<std::string>{"The Nest is taken by “Brave steps” on Wednesday 13 May until 15:00."}
    );
}

TEST_F(Clashes, name_the_person_who_has_another_programme_then) {
    EXPECT_EQ(
        said({wanted(maria, den, wednesday), wanted(maria, den, wednesday + 7)}, weekly),
        std::vector<std::string>{"Maria Silva has “Brave steps” on Wednesdays until 15:00."}
    );
    EXPECT_EQ(
        said({wanted(maria, nest, wednesday)}, weekly),
        std::vector<std::string>{"The Nest is taken by “Brave steps” on Wednesday 13 May until 15:00. "
                                 "Maria Silva has “Brave steps” then."}
    );
}

TEST_F(Clashes, are_none_with_another_room_and_person_or_on_another_day) {
    EXPECT_TRUE(said({wanted(joan, den, wednesday)}, weekly).empty());
    EXPECT_TRUE(said({wanted(maria, nest, wednesday + 1)}, weekly).empty());
}

// Every two stretches of a short day, against the minutes that both hold.
TEST(Overlapping, is_having_a_minute_in_common_whichever_is_asked_first) {
    constexpr int most = 6;
    for (int from = 0; from <= most; ++from)
        for (int minutes = 1; minutes <= most; ++minutes)
            for (int other_from = 0; other_from <= most; ++other_from)
                for (int other_minutes = 1; other_minutes <= most; ++other_minutes) {
                    int in_common = 0;
                    for (int minute = 0; minute < 2 * most; ++minute)
                        if (minute >= from && minute < from + minutes && minute >= other_from &&
                            minute < other_from + other_minutes)
                            ++in_common;
                    Stretch const one{from, minutes};
                    Stretch const other{other_from, other_minutes};
                    ASSERT_EQ(overlap(one, other), in_common > 0);
                    ASSERT_EQ(overlap(one, other), overlap(other, one));
                }
}

TEST(Overlapping, reads_the_time_as_the_minute_of_the_day) {
    EXPECT_EQ(stretch_of("09:05", 45).from, 545);
    EXPECT_FALSE(overlap(stretch_of("14:15", 45), stretch_of("15:00", 30)));
    EXPECT_TRUE(overlap(stretch_of("14:15", 46), stretch_of("15:00", 30)));
}

}  // namespace
}  // namespace programmes
