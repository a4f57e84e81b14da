// On which day a session was held decides whose consent counts, so the day is no free choice.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

class SessionDays : public Journey {
protected:
    std::string programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    std::string session = session_of(programme, 2);  // planned for Tuesday 19 May
    std::string delivery = session + "/delivery";

    static Fields held_on_the(std::string const& day_of_may) {
        return Fields{{{"held_on-day", day_of_may}, {"everyone", "here"}}};
    }

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
    is_refused_because("27", "Enter a day between 12 May 2026 and today");
    as(nurture_assistant).opens(session).sends(delivery, held_on_the("20"));
    EXPECT_TRUE(as(nurture_assistant).opens(session).sees("Held on Wednesday 20 May 2026"));
}

// The policy's weeks are weeks of school: half term holds no session.
TEST_F(SessionDays, no_session_is_planned_while_the_school_is_closed) {
    EXPECT_EQ(calendar::iso(day_of_session(programme, 2)), "2026-05-19");
    EXPECT_EQ(calendar::iso(day_of_session(programme, 3)), "2026-06-02");
}

TEST_F(SessionDays, the_register_opens_on_the_day_and_a_session_moved_to_today_is_held_today) {
    EXPECT_FALSE(as(nurture_assistant).opens(session).may_send(delivery));
    EXPECT_TRUE(as(nurture_assistant).sees("The register opens on Tuesday 19 May 2026"));
    Fields const the_register{
        {{"held_on", calendar::iso(today())},
         {"listed-" + id_in(place_of(sam)), "yes"},
         {"everyone", "here"}}};
    EXPECT_EQ(as(nurture_assistant).forces(delivery, the_register), 422);
    EXPECT_TRUE(as(nurture_assistant).sees("Enter the day it was planned for, or a later one"));

    on("2026-05-14");
    auto const absence = session + "/absence";
    as(nurture_assistant).opens(session).is_refused(absence, instead_on_the("13"));
    EXPECT_TRUE(as(nurture_assistant).sees("Enter a day that is today or later"));
    as(nurture_assistant).opens(session).is_refused(absence, instead_on_the("19"));
    EXPECT_TRUE(as(nurture_assistant).sees("That is the day on which it was not held; enter another day"));
    as(nurture_assistant).opens(session).sends(absence, instead_on_the("14"));
    holds_session(programme, 2);
    EXPECT_TRUE(as(nurture_assistant).opens(session_of(programme, 2)).sees("Held on Thursday 14 May 2026"));
}

TEST_F(SessionDays, nobody_is_taken_to_be_here_unsaid) {
    on("2026-05-19");
    auto const register_of_sam = "register-" + id_in(place_of(sam));
    auto& assistant = as(nurture_assistant).opens(session);
    assistant.is_refused(delivery);
    EXPECT_TRUE(assistant.sees("Press “Sam is here: record it”, or say here why the session was not held"))
        << assistant.words();
    assistant.is_refused(delivery, Fields{{{register_of_sam, "not_here"}}});
    EXPECT_TRUE(assistant.sees("Choose why Sam Okafor is not here")) << assistant.words();
}

// One to one, or the only one who has started: without the child there is no session, and no error on the
// way.
TEST_F(SessionDays, an_only_child_who_is_not_here_is_why_the_session_was_not_held) {
    on("2026-05-19");
    auto const absence = session + "/absence";
    auto const why = "why-missed-" + id_in(place_of(sam));
    auto& assistant = as(nurture_assistant).opens(session);
    EXPECT_TRUE(assistant.sees("Sam is not here, or the session was not held")) << assistant.words();
    EXPECT_FALSE(assistant.sees("Who is not here?")) << assistant.words();
    assistant.is_refused(absence, Fields{{{"why_not", "pupil_absent"}, {"instead", "nothing"}}});
    EXPECT_TRUE(assistant.sees("Choose why Sam did not come")) << assistant.words();
    assistant.sends(absence, Fields{{{"why_not", "pupil_absent"}, {why, "ill"}, {"instead", "nothing"}}});
    EXPECT_TRUE(assistant.sees("It is recorded that the session was not held.")) << assistant.words();
    EXPECT_TRUE(assistant.opens(session).sees("Not held: The child was absent. It is not made up for."))
        << assistant.words();
    EXPECT_TRUE(assistant.sees("Ill")) << assistant.words();
}

TEST_F(SessionDays, a_session_that_nobody_came_to_is_recorded_as_not_held_and_put_off) {
    on("2026-05-19");
    auto const absence = session + "/absence";
    auto& assistant = as(nurture_assistant).opens(session);
    assistant.is_refused(
        delivery,
        Fields{{{"register-" + id_in(place_of(sam)), "not_here"}, {"why-" + id_in(place_of(sam)), "ill"}}}
    );
    EXPECT_TRUE(assistant.sees("Nobody was here, so the session was not held.")) << assistant.words();
    EXPECT_EQ(assistant.form(absence).as_it_stands.value("why_not"), "pupil_absent");
    auto const why = "why-missed-" + id_in(place_of(sam));
    EXPECT_EQ(assistant.form(absence).as_it_stands.value(why), "ill") << "as the register said";
    assistant.sends(absence, Fields{{{"instead", "after_the_last"}}});
    EXPECT_TRUE(assistant.opens(session).sees("Not held: The child was absent")) << assistant.words();
    EXPECT_TRUE(assistant.sees("Sam Okafor")) << assistant.words();
    EXPECT_TRUE(assistant.sees("Ill")) << assistant.words();
    EXPECT_TRUE(assistant.sees("It was put off to")) << assistant.words();
    assistant.opens(programme);
    EXPECT_TRUE(assistant.sees("Put off, 19 MayThe child was absent; to")) << assistant.words();
    EXPECT_FALSE(assistant.sees("Missed")) << assistant.words();
    assistant.opens(session).is_refused(absence + "/undoing");
    assistant.sends(absence + "/undoing", Fields{{{"reason", "He came after all"}}});
    EXPECT_TRUE(assistant.sees("That is undone: the session is planned again.")) << assistant.words();
    holds_session(programme, 2);
}

TEST_F(SessionDays, a_session_recorded_by_mistake_is_undone_with_a_reason_until_a_child_is_written_up) {
    on("2026-05-19");
    auto const undoing = delivery + "/undoing";
    auto& assistant = as(nurture_assistant).opens(session);
    EXPECT_FALSE(assistant.may_send(undoing));
    holds_session(programme, 2);
    assistant.opens(session).is_refused(undoing);
    EXPECT_TRUE(assistant.sees("Enter why it is undone")) << assistant.words();
    assistant.sends(undoing, Fields{{{"reason", "It was the other group"}}});
    EXPECT_TRUE(assistant.sees("That is undone: the session is planned again.")) << assistant.words();

    holds_session(programme, 2);
    evaluates(programme, 2, sam);
    EXPECT_FALSE(as(senco).opens(session).may_send(undoing));
    EXPECT_EQ(as(senco).forces(undoing, Fields{{{"reason", "It was the other group"}}}), 422);
    EXPECT_TRUE(as(senco).sees("A child is written up for this session"));
}

TEST_F(SessionDays, a_plan_that_was_typed_is_saved_with_the_register) {
    on("2026-05-19");
    auto& assistant = as(nurture_assistant).opens(session);
    assistant.is_refused(delivery, Fields{{{"plan", "Build a den"}}});
    EXPECT_EQ(assistant.form(delivery).as_it_stands.value("plan"), "Build a den") << "what was typed";
    as(senco).opens(session).sends(session + "/plan", Fields{{{"plan", "Faces for feelings"}}});
    EXPECT_EQ(
        as(nurture_assistant)
            .forces(
                delivery,
                Fields{
                    {{"plan_version", "1"},
                     {"plan", "A game of turns"},
                     {"listed-" + id_in(place_of(sam)), "yes"},
                     {"everyone", "here"},
                     {"held_on", calendar::iso(today())}}}
            ),
        422
    );
    EXPECT_TRUE(assistant.sees("Someone else saved the plan while you wrote")) << assistant.words();
    as(nurture_assistant)
        .opens(session)
        .sends(delivery, Fields{{{"plan", "Build a den with faces"}, {"everyone", "here"}}});
    EXPECT_TRUE(assistant.sees("Held on Tuesday 19 May 2026")) << assistant.words();
    EXPECT_TRUE(assistant.sees("Build a den with faces")) << assistant.words();
}

TEST_F(SessionDays, what_was_saved_is_said_with_what_comes_next) {
    on("2026-05-19");
    auto& assistant = as(nurture_assistant).opens(session);
    EXPECT_TRUE(assistant.sees("I ask if I can play")) << "the target to plan by";
    assistant.sends(session + "/plan", Fields{{{"plan", "Build a den"}}});
    EXPECT_TRUE(assistant.sees("Plan saved. Next: session 2 today at 09:30.")) << assistant.words();
    holds_session(programme, 2);
    EXPECT_TRUE(assistant.sees("Next: write up Sam.")) << assistant.words();
    evaluates(programme, 2, sam, Fields{{{"next_time", "Bring the den blanket"}}});
    EXPECT_TRUE(assistant.sees("Sam's evaluation is saved. Next: session 3 on Tuesday 2 June."))
        << assistant.words();
    assistant.opens(session_of(programme, 3));
    EXPECT_TRUE(assistant.sees("Next time: Bring the den blanket")) << assistant.words();
    assistant.opens(session + "?saved=<b>anything</b>");
    EXPECT_FALSE(assistant.sees("anything")) << "a word that is none of ours says nothing";
}

}  // namespace
}  // namespace journeys
