// A programme that is completed in the second in which one of its sessions is recorded: two clients, through
// the pages and past every rule straight at the database.
#include <algorithm>

#include "journeys/racing.hpp"

namespace journeys {
namespace {

// Of the programme's sessions the first was held, and of the others nothing is planned any more.
class CompletionRaces : public Racing {
protected:
    std::string runs_with_sam() {
        auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
        holds_session(programme, 1);
        return programme;
    }
    void records_the_others_as_not_held(std::string const& programme) {
        for (int number = 2; number <= sessions_of(programme); ++number)
            records_not_held(programme, number, "something_else");
    }

    bool is_complete(std::string const& programme) {
        return stands<std::int64_t>(
                   R"(SELECT count(*) FROM programme
                       WHERE school_id = $1 AND id = $2 AND completed_on IS NOT NULL)",
                   school.school,
                   id_in(programme)
               ) == 1;
    }
    std::int64_t planned_in(std::string const& programme) {
        return stands<std::int64_t>(
            "SELECT count(*) FROM session WHERE school_id = $1 AND programme_id = $2 AND outcome = 'planned'",
            school.school,
            id_in(programme)
        );
    }
    void goes_on(Child const& child) {
        auto const undoing = case_of(child) + "/steps/completion/undoing";
        as(senco).opens(undoing).sends(undoing, Fields{{{"reason", "Pressed too early"}}});
    }
};

TEST_F(CompletionRaces, a_session_is_not_planned_again_in_the_second_in_which_its_programme_is_completed) {
    auto const programme = runs_with_sam();
    records_the_others_as_not_held(programme);
    auto const session = session_of(programme, 1);
    auto const completion = programme + "/completion";
    auto const undoing = session + "/delivery/undoing";
    for (int round = 0; round < rounds; ++round) {
        auto assistant = another_device(nurture_assistant);
        auto coordinator = another_device(senco);
        auto const statuses = race(
            {{{&assistant, completion, filled(assistant, programme, completion, {})},
              {&coordinator,
               undoing,
               filled(coordinator, session, undoing, Fields{{{"reason", "The wrong group"}}})}}}
        );
        EXPECT_EQ(std::ranges::count(statuses, 303), 1) << statuses[0] << " and " << statuses[1];
        EXPECT_EQ(is_complete(programme), statuses[0] == 303);
        EXPECT_EQ(planned_in(programme), statuses[0] == 303 ? 0 : 1);
        if (statuses[0] == 303)
            goes_on(sam);
        else
            holds_session(programme, 1);
    }
}

// The page offers no completion while a session is planned, so it is sent by its address.
TEST_F(CompletionRaces, the_last_session_is_recorded_whatever_is_completed_in_the_same_second) {
    auto const programme = runs_with_sam();
    records_the_others_as_not_held(programme);
    auto const session = session_of(programme, 1);
    auto const delivery = session + "/delivery";
    for (int round = 0; round < rounds; ++round) {
        as(senco).opens(session).sends(delivery + "/undoing", Fields{{{"reason", "Tried again"}}});
        auto first = another_device(nurture_assistant);
        auto second = another_device(nurture_assistant);
        auto const held = filled(first, session, delivery, Fields{{{"everyone", "here"}}});
        auto const guard = std::string(filled(second, session, delivery, {}).value("csrf"));
        auto const statuses =
            race({{{&first, delivery, held}, {&second, programme + "/completion", Fields{{{"csrf", guard}}}}}}
            );
        EXPECT_EQ(statuses[0], 303);
        EXPECT_TRUE(statuses[1] == 303 || statuses[1] == 422) << statuses[1];
        EXPECT_EQ(is_complete(programme), statuses[1] == 303);
        EXPECT_EQ(planned_in(programme), 0);
        if (statuses[1] == 303) goes_on(sam);
    }
}

TEST_F(CompletionRaces, past_the_rules_a_completed_programme_has_nothing_planned_either) {
    auto const programme = runs_with_sam();
    records_the_others_as_not_held(programme);
    auto const one = database.connect(db::Mode::write);
    auto const other = database.connect(db::Mode::write);
    auto const of_programme = id_in(programme);
    auto const day = today();
    auto const complete = [&] {
        return written(
            *one,
            "UPDATE programme SET completed_on = $1 WHERE school_id = $2 AND id = $3",
            day,
            school.school,
            of_programme
        );
    };
    auto const plan_again = [&] {
        return written(
            *other,
            R"(UPDATE session SET outcome = 'planned', held_on = NULL, delivered_by = NULL
                WHERE school_id = $1 AND programme_id = $2 AND number = 1)",
            school.school,
            of_programme
        );
    };
    for (int round = 0; round < 2 * rounds; ++round) {
        std::array<std::string, 2> gates;
        at_once([&] { gates[0] = complete(); }, [&] { gates[1] = plan_again(); });
        auto const second = gates[0].empty() ? gates[1] : gates[0];
        EXPECT_EQ(std::ranges::count(gates, ""), 1) << gates[0] << " and " << gates[1];
        EXPECT_EQ(second, gates[0].empty() ? "programme_completed" : "sessions_still_planned");
        written(*one, "UPDATE programme SET completed_on = NULL WHERE school_id = $1", school.school);
        written(
            *one,
            R"(UPDATE session SET outcome = 'delivered', held_on = $1, delivered_by = $2
                WHERE school_id = $3 AND outcome = 'planned')",
            day,
            nurture_assistant.staff,
            school.school
        );
    }
}

}  // namespace
}  // namespace journeys
