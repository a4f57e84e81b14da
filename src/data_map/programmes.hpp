#pragma once

#include <array>

#include "data_map/data_map.hpp"

// Programmes, places and targets.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array programme_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_group},
    Column{"id", key, to_nobody, untouched, stays_with_the_group},
    Column{"name", school, to_child("Programme"), untouched, stays_with_the_group},
    Column{"form", school, to_child("Form of support"), untouched, stays_with_the_group},
    Column{"deliverer_id", staff, to_child("Delivered by", name_of_staff), untouched, stays_with_the_group},
    Column{"room_id", school, to_child("Room", name_of_room), untouched, stays_with_the_group},
    Column{"starts_on", school, to_child("First day"), untouched, stays_with_the_group},
    Column{"starts_at_time", school, to_child("Time"), untouched, stays_with_the_group},
    Column{"minutes", school, to_child("Minutes"), untouched, stays_with_the_group},
    Column{"weeks", school, to_child("Weeks"), untouched, stays_with_the_group},
    Column{"places", school, to_nobody, untouched, stays_with_the_group},
    Column{"policy_version_id", key, to_nobody, untouched, stays_with_the_group},
    Column{"bounds_reason", school, to_nobody, untouched, stays_with_the_group},
    Column{"extension_reason", school, to_nobody, untouched, stays_with_the_group},
    Column{"started_on", school, to_child("Started"), untouched, stays_with_the_group},
    Column{"completed_on", school, to_child("Completed"), untouched, stays_with_the_group},
    Column{"made_by", staff, to_nobody, untouched, stays_with_the_group},
    Column{"made_at", system, to_nobody, untouched, stays_with_the_group},
    Column{"version", system, to_nobody, untouched, stays_with_the_group},
    Column{"few_children_reason", school, to_nobody, untouched, stays_with_the_group},
    Column{"weekday", school, to_nobody, untouched, stays_with_the_group},
    Column{"few_children", school, to_nobody, untouched, stays_with_the_group},
};

inline constexpr std::array programme_change_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_group},
    Column{"id", key, to_nobody, untouched, stays_with_the_group},
    Column{"programme_id", key, to_nobody, untouched, stays_with_the_group},
    Column{"from_on", school, to_nobody, untouched, stays_with_the_group},
    Column{"deliverer_before", staff, to_nobody, untouched, stays_with_the_group},
    Column{"deliverer_id", staff, to_nobody, untouched, stays_with_the_group},
    Column{"room_before", school, to_nobody, untouched, stays_with_the_group},
    Column{"room_id", school, to_nobody, untouched, stays_with_the_group},
    Column{"when_before", school, to_nobody, untouched, stays_with_the_group},
    Column{"when_after", school, to_nobody, untouched, stays_with_the_group},
    Column{"reason", school, to_nobody, untouched, stays_with_the_group},
    Column{"made_by", staff, to_nobody, untouched, stays_with_the_group},
    Column{"made_at", system, to_nobody, untouched, stays_with_the_group},
};

inline constexpr std::array removed_programme_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_group},
    Column{"programme_id", key, to_nobody, untouched, stays_with_the_group},
    Column{"reason", school, to_nobody, untouched, stays_with_the_group},
    Column{"removed_by", staff, to_nobody, untouched, stays_with_the_group},
    Column{"removed_at", system, to_nobody, untouched, stays_with_the_group},
};

inline constexpr std::array place_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"programme_id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"allocated_on", child, to_child("Given"), moved, with_row},
    Column{"allocated_by", staff, to_child("Given by", name_of_staff), moved, with_row},
    Column{"allocated_at", child, to_nobody, moved, with_row},
    Column{"ended_on", child, to_child("Ended"), moved, with_row},
    Column{"end_reason", child, to_child("Why it ended"), moved, with_row},
};

inline constexpr std::array target_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"place_id", key, to_nobody, moved, with_row},
    Column{"area_id", key, to_child("Target area", name_of_area), moved, with_row},
    Column{"words", special_category, to_child("Target"), moved, with_row, by_the_childs_key},
    Column{"made_at", child, to_child("Written"), moved, with_row},
    Column{"ended_on", child, to_child("Ended"), moved, with_row},
};

inline constexpr std::array target_measure_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"target_id", key, to_nobody, moved, with_row},
    Column{"occasion", key, to_child("When"), moved, with_row},
    Column{"rating", special_category, to_child("Rating"), moved, with_row},
    Column{"rated_by", staff, to_child("Rated by", name_of_staff), moved, with_row},
    Column{"rated_at", child, to_child("Rated"), moved, with_row},
};

inline constexpr std::array programmes_tables{
    Table{
        .name = "programme",
        .holds = "A programme of weekly sessions, for one child or a group.",
        .why = nurture_support,
        .kept = with_the_school,
        .of_child = by_place_in_it,
        .columns = programme_columns},
    Table{
        .name = "programme_change",
        .holds = "Another deliverer, room or time from a day on.",
        .why = nurture_support,
        .kept = with_the_school,
        .columns = programme_change_columns},
    Table{
        .name = "removed_programme",
        .holds = "Programmes that were taken away before they began.",
        .why = nurture_support,
        .kept = with_the_school,
        .columns = removed_programme_columns},
    Table{
        .name = "place",
        .holds = "A child's place in a programme.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = place_columns},
    Table{
        .name = "target",
        .holds = "Targets in the child's own words.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_place,
        .columns = target_columns},
    Table{
        .name = "target_measure",
        .holds = "Where the child stood, before and after.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_target,
        .columns = target_measure_columns},
};

}  // namespace data_map::declared
