// A parent withdraws in the second in which the school goes on. Whoever is first, nothing is saved after the
// withdrawal that needs consent (C2, C6).
#include "journeys/racing.hpp"

namespace journeys {
namespace {

class WithdrawalRaces : public Racing {
protected:
    std::vector<Child> children() {
        std::vector<Child> all{sam, amira, tom, grace};
        for (auto const* forename : {"Ivy", "Noor"}) all.push_back(another_child(forename));
        return all;
    }
    static Wanted alone() { return {.form = "one_to_one", .places = "1"}; }

    std::int64_t delivered(std::string const& programme) {
        return stands<std::int64_t>(
            "SELECT count(*) FROM session WHERE school_id = $1 AND programme_id = $2 AND outcome = "
            "'delivered'",
            school.school,
            id_in(programme)
        );
    }
    std::int64_t evaluations_of(Child const& child) {
        return stands<std::int64_t>(
            "SELECT count(*) FROM evaluation WHERE school_id = $1 AND pupil_id = $2 AND attended = 1",
            school.school,
            child.id
        );
    }
    std::int64_t on_a_register(Child const& child) {
        return stands<std::int64_t>(
            "SELECT count(*) FROM register_line WHERE school_id = $1 AND place_id = $2",
            school.school,
            id_in(place_of(child))
        );
    }
    // The register of the session is taken in the second of the withdrawal.
    int races_with_the_register(Child const& child, std::string const& session) {
        auto assistant = another_device(nurture_assistant);
        auto const delivery = session + "/delivery";
        return race_with_withdrawal(
            child,
            {&assistant, delivery, filled(assistant, session, delivery, Fields{{{"everyone", "here"}}})}
        );
    }
    std::int64_t standing_steps(Child const& child, std::string_view step) {
        return stands<std::int64_t>(
            "SELECT count(*) FROM step WHERE school_id = $1 AND case_id = $2 AND step = $3 AND undone_at IS "
            "NULL",
            school.school,
            id_in(case_of(child)),
            step
        );
    }
};

// G4, C6: who was on the register before their parent withdrew is written up; what is on record stays.
TEST_F(WithdrawalRaces, a_session_that_was_held_before_is_written_up_whoever_is_first) {
    auto const six = children();
    auto const programme = runs(six);
    holds_session(programme, 1);
    for (auto const& child : six) {
        auto assistant = another_device(nurture_assistant);
        auto const card = card_of(programme, 1, child);
        assistant.open(card);
        Fields numbers;
        for (auto const& form : assistant.forms())
            if (form.action == card) numbers = rated(form, "5");
        auto const status =
            race_with_withdrawal(child, {&assistant, card, filled(assistant, card, card, numbers)});
        EXPECT_TRUE(status == 303 || status == 503) << status;
        if (status == 503) evaluates(programme, 1, child);
        EXPECT_EQ(evaluations_of(child), 1);
    }
}

TEST_F(WithdrawalRaces, no_session_is_held_for_nobody_after_a_withdrawal) {
    for (auto const& child : children()) {
        auto const programme = runs({child}, alone());
        auto const session = session_of(programme, 1);
        auto const status = races_with_the_register(child, session);
        EXPECT_EQ(delivered(programme), status == 303 ? 1 : 0);
        EXPECT_EQ(logged_after_the_withdrawal(child, "session", "changed", id_in(session)), 0) << status;
        if (status == 303) evaluates(programme, 1, child);
        EXPECT_EQ(evaluations_of(child), status == 303 ? 1 : 0);
    }
}

// The register of a group is taken in the second in which one of two parents withdraws.
TEST_F(WithdrawalRaces, nobody_is_put_on_a_register_after_a_withdrawal) {
    for (auto const& child : children()) {
        auto const programme = runs({child, another_child("Max")});
        auto const session = session_of(programme, 1);
        auto const evaluation = full_evaluation_of(child);
        auto const status = races_with_the_register(child, session);
        EXPECT_EQ(on_a_register(child), status == 303 ? 1 : 0);
        EXPECT_EQ(logged_after_the_withdrawal(child, "session", "changed", id_in(session)), 0) << status;
        if (status != 303) holds_session(programme, 1);
        auto const card = card_of(programme, 1, child);
        if (status == 303)
            evaluates(programme, 1, child);
        else
            EXPECT_EQ(as(nurture_assistant).forces(card, evaluation), 422) << "by the gate, not by a field";
        EXPECT_EQ(evaluations_of(child), status == 303 ? 1 : 0);
    }
}

TEST_F(WithdrawalRaces, no_place_stays_open_after_a_withdrawal) {
    for (auto const& child : children()) {
        is_ready_for_a_place(child);
        auto const programme = makes_a_programme();
        auto coordinator = another_device(senco);
        auto const places = programme + "/places";
        Fields const chosen{{{"case", id_in(case_of(child))}}};
        auto const status = race_with_withdrawal(
            child, {&coordinator, places, filled(coordinator, programme, places, chosen)}
        );
        EXPECT_EQ(open_places_of(child), 0) << status;
        EXPECT_EQ(logged_after_the_withdrawal(child, "place", "made"), 0) << status;
        EXPECT_EQ(
            stands<std::int64_t>(
                "SELECT count(*) FROM place WHERE school_id = $1 AND pupil_id = $2", school.school, child.id
            ),
            status == 303 ? 1 : 0
        );
    }
}

TEST_F(WithdrawalRaces, nobody_starts_after_a_withdrawal) {
    for (auto const& child : children()) {
        is_ready_for_a_place(child, "one_to_one");
        auto const programme = makes_a_programme(alone());
        allocates(child, programme);
        words_the_targets(child);
        auto assistant = another_device(nurture_assistant);
        auto const start = programme + "/start";
        auto const status =
            race_with_withdrawal(child, {&assistant, start, filled(assistant, programme, start, {})});
        EXPECT_EQ(standing_steps(child, "start"), status == 303 ? 1 : 0);
        EXPECT_EQ(logged_after_the_withdrawal(child, "step", "made"), 0) << status;
        EXPECT_EQ(open_places_of(child), 0) << status;
    }
}

}  // namespace
}  // namespace journeys
