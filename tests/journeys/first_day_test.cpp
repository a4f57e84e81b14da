// A programme that has not started gets another first day, by two people at once or on another weekday.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

class FirstDay : public Journey {
protected:
    std::string programme = makes_a_programme();  // Tuesdays, from 12 May
    std::string first_day = programme + "/first-day";

    static Fields in_may(std::string const& day, std::string const& reason) {
        return Fields(
            {{"starts_on-day", day}, {"starts_on-month", "5"}, {"starts_on-year", "2026"}, {"reason", reason}}
        );
    }
};

TEST_F(FirstDay, on_another_weekday_is_saved_once_its_days_were_shown) {
    auto& coordinator = as(senco).opens(first_day);
    coordinator.is_refused(first_day, in_may("20", "The room is free then"));
    EXPECT_TRUE(coordinator.sees("The sessions move to another weekday")) << coordinator.words();
    EXPECT_TRUE(coordinator.sees("Wednesday 20 May 2026")) << coordinator.words();
    EXPECT_TRUE(coordinator.sees("Wednesday 3 June 2026")) << "half term is left out";
    EXPECT_EQ(coordinator.form(first_day).as_it_stands.value("reason"), "The room is free then");

    coordinator.is_refused(first_day, in_may("21", "The room is free then"));
    EXPECT_TRUE(coordinator.sees("Thursday 4 June 2026")) << "the days of one day are not those of another";
    coordinator.sends(first_day);
    EXPECT_TRUE(as(senco).opens(programme).sees("Thursdays")) << as(senco).words();
}

TEST_F(FirstDay, on_the_same_weekday_is_saved_at_once) {
    as(senco).opens(first_day).sends(first_day, in_may("19", "Nell was ill"));
    EXPECT_TRUE(as(senco).opens(programme).sees("Nell was ill"));
}

TEST_F(FirstDay, that_another_saved_meanwhile_is_shown_beside_what_was_typed) {
    auto& coordinator = as(senco).opens(first_day);
    as(nurture_assistant).opens(first_day).sends(first_day, in_may("19", "Nell was ill"));
    coordinator.is_refused(first_day, in_may("9", "The hall is painted"));
    EXPECT_TRUE(coordinator.sees("Someone changed the programme while you wrote")) << coordinator.words();
    EXPECT_TRUE(coordinator.sees("It is to start on Tuesday 19 May 2026 now")) << coordinator.words();
    EXPECT_TRUE(coordinator.sees("Nell was ill"));
    EXPECT_EQ(coordinator.form(first_day).as_it_stands.value("reason"), "The hall is painted");
    coordinator.sends(first_day, in_may("12", "The hall is painted"));
}

TEST_F(FirstDay, that_another_saved_meanwhile_is_not_written_over) {
    auto& coordinator = as(senco).opens(first_day);
    as(nurture_assistant).opens(first_day).sends(first_day, in_may("19", "Nell was ill"));
    coordinator.is_refused(first_day, in_may("12", "The hall is painted"));
    EXPECT_TRUE(coordinator.sees("It is to start on Tuesday 19 May 2026 now")) << coordinator.words();
}

}  // namespace
}  // namespace journeys
