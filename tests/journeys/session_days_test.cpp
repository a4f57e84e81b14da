// On which day a session was held decides whose consent counts, so the day is no free choice.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

class SessionDays : public Journey {
protected:
    std::string programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    std::string session = session_of(programme, 2);  // planned for Tuesday 19 May
    std::string delivery = session + "/delivery";

    static Fields held_on_the(std::string const& day_of_may) { return Fields{{{"held_on-day", day_of_may}}}; }

    static Fields instead_on_the(std::string const& day_of_may) {
        return Fields(
            {{"why_not", "trip"},
             {"instead", "on_a_day"},
             {"on-day", day_of_may},
             {"on-month", "5"},
             {"on-year", "2026"}}
        );
    }

    void is_refused_because(std::string const& day_of_may, std::string_view words) {
        auto& assistant = as(nurture_assistant).opens(session);
        assistant.is_refused(delivery, held_on_the(day_of_may));
        EXPECT_TRUE(assistant.sees(words)) << assistant.words();
        EXPECT_EQ(assistant.form(delivery).as_it_stands.value("held_on-day"), day_of_may) << "what was typed";
    }
};

TEST_F(SessionDays, a_session_was_held_on_a_school_day_from_the_day_it_was_planned_for_until_today) {
    on("2026-05-26");
    is_refused_because("18", "Enter the day it was planned for, or a later one");
    is_refused_because("24", "There was no school on that day");
    is_refused_because("27", "Enter a day that is today or earlier");
    as(nurture_assistant).opens(session).sends(delivery, held_on_the("20"));
    EXPECT_TRUE(as(nurture_assistant).opens(session).sees("Held on Wednesday 20 May 2026"));
}

TEST_F(SessionDays, the_register_opens_on_the_day_and_a_session_moved_to_today_is_held_today) {
    EXPECT_FALSE(as(nurture_assistant).opens(session).may_send(delivery));
    EXPECT_TRUE(as(nurture_assistant).sees("The register opens on Tuesday 19 May 2026"));
    Fields const the_register{
        {{"held_on", calendar::iso(today())}, {"register-" + id_in(place_of(sam)), "here"}}};
    EXPECT_EQ(as(nurture_assistant).forces(delivery, the_register), 422);

    on("2026-05-14");
    auto const absence = session + "/absence";
    as(nurture_assistant).opens(session).is_refused(absence, instead_on_the("13"));
    EXPECT_TRUE(as(nurture_assistant).sees("Enter a day that is today or later"));
    as(nurture_assistant).opens(session).sends(absence, instead_on_the("14"));
    holds_session(programme, 7);
    EXPECT_TRUE(as(nurture_assistant).opens(session_of(programme, 7)).sees("Held on Thursday 14 May 2026"));
}

}  // namespace
}  // namespace journeys
