// Hard gates with two people who press their buttons at the same moment.
#include "journeys/racing.hpp"

namespace journeys {
namespace {

using Races = Racing;

TEST_F(Races, two_children_race_for_the_last_place_and_one_gets_it) {
    is_ready_for_a_place(sam, "one_to_one");
    is_ready_for_a_place(amira, "one_to_one");
    for (int round = 0; round < rounds; ++round) {
        auto const programme = makes_a_programme({.form = "one_to_one", .places = "1"});
        auto first = another_device(senco);
        auto second = another_device(senco);
        auto const place = programme + "/places";
        auto const statuses = race(
            {{{&first, place, filled(first, programme, place, Fields{{{"case", id_in(case_of(sam))}}})},
              {&second, place, filled(second, programme, place, Fields{{{"case", id_in(case_of(amira))}}})}}}
        );
        EXPECT_EQ(std::ranges::count(statuses, 303), 1) << statuses[0] << " and " << statuses[1];
        EXPECT_EQ(std::ranges::count(statuses, 422), 1) << statuses[0] << " and " << statuses[1];
        EXPECT_EQ(open_places_in(programme), 1);
        // The place is given back, for the next round.
        auto const& winner = statuses[0] == 303 ? sam : amira;
        auto const ending = case_of(winner) + "/steps/allocation/undoing";
        as(senco).opens(ending).sends(ending, Fields{{{"reason", "The other family asked first"}}});
    }
}

TEST_F(Races, one_child_raced_into_two_programmes_gets_one_place) {
    is_ready_for_a_place(sam);
    auto const monday = makes_a_programme();
    auto const friday = makes_a_programme();
    auto first = another_device(senco);
    auto second = another_device(senco);
    Fields const place{{{"case", id_in(case_of(sam))}}};
    auto const statuses = race(
        {{{&first, monday + "/places", filled(first, monday, monday + "/places", place)},
          {&second, friday + "/places", filled(second, friday, friday + "/places", place)}}}
    );
    EXPECT_EQ(std::ranges::count(statuses, 303), 1) << statuses[0] << " and " << statuses[1];
    EXPECT_EQ(stands<std::int64_t>("SELECT count(*) FROM place WHERE school_id = $1", school.school), 1);
}

TEST_F(Races, two_devices_write_up_the_same_child_and_one_is_shown_both_texts) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    holds_session(programme, 1);
    auto const card = card_of(programme, 1, sam);
    auto first = another_device(nurture_assistant);
    auto second = another_device(nurture_assistant);
    first.open(card);
    Fields numbers;
    for (auto const& form : first.forms())
        if (form.action == card) numbers = rated(form, "5");
    auto const statuses = race(
        {{{&first, card, filled(first, card, card, numbers)},
          {&second, card, filled(second, card, card, numbers)}}}
    );
    EXPECT_EQ(std::ranges::count(statuses, 303), 1) << statuses[0] << " and " << statuses[1];
    EXPECT_EQ(std::ranges::count(statuses, 422), 1) << statuses[0] << " and " << statuses[1];
    EXPECT_EQ(stands<std::int64_t>("SELECT count(*) FROM evaluation WHERE school_id = $1", school.school), 1);
}

TEST_F(Races, a_form_raced_against_itself_changes_things_once) {
    constexpr db::Sql concerns = "SELECT count(*) FROM concern WHERE school_id = $1";
    auto const path = story_of(sam) + "/concerns";
    for (int round = 1; round <= rounds; ++round) {
        auto first = another_device(class_teacher);
        auto second = another_device(class_teacher);
        Fields const seen{{{"seen", "Stands alone"}, {"parents_spoken_to", "yes"}}};
        auto const sent = filled(first, path + "/new", path, seen);
        auto const statuses = race({{{&first, path, sent}, {&second, path, sent}}});
        EXPECT_EQ(std::ranges::count(statuses, 303), 2) << statuses[0] << " and " << statuses[1];
        EXPECT_EQ(stands<std::int64_t>(concerns, school.school), round);
    }
}

}  // namespace
}  // namespace journeys
