#pragma once

#include <array>

#include "data_map/data_map.hpp"

// What a school measures in its classes.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array measure_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"kind", school, to_nobody, untouched, stays_with_the_school},
    Column{"name", school, to_nobody, untouched, stays_with_the_school},
    Column{"least", school, to_nobody, untouched, stays_with_the_school},
    Column{"most", school, to_nobody, untouched, stays_with_the_school},
    Column{"step", school, to_nobody, untouched, stays_with_the_school},
    Column{"concern_when", school, to_nobody, untouched, stays_with_the_school},
    Column{"scale", school, to_nobody, untouched, stays_with_the_school},
    Column{"rated_by", school, to_nobody, untouched, stays_with_the_school},
    Column{"taken_each", school, to_nobody, untouched, stays_with_the_school},
    Column{"meaning", school, to_nobody, untouched, stays_with_the_school},
    Column{"from_on", school, to_nobody, untouched, stays_with_the_school},
    Column{"until_on", school, to_nobody, untouched, stays_with_the_school},
    Column{"follows_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"version", system, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array class_taking_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"class_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"taken_on", school, to_nobody, untouched, stays_with_the_school},
    Column{"begun_by", staff, to_nobody, untouched, accounted_for},
    Column{"begun_at", system, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array class_score_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"taking_id", key, to_child("Taken in", name_of_taking), moved, with_row},
    Column{"measure_id", key, to_child("Measure", name_of_measure), moved, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"score", child, to_child("Score", hundredths), moved, with_row},
    Column{"entered_by", staff, to_child("Entered by", name_of_staff), moved, with_row},
    Column{"entered_at", system, to_child("Entered"), moved, with_row},
    Column{"version", system, to_nobody, moved, with_row},
};

inline constexpr std::array measures_tables{
    Table{
        .name = "measure",
        .holds = "What the school measures in its classes, and on which scale.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = measure_columns},
    Table{
        .name = "class_taking",
        .holds = "On which days a class was measured.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = class_taking_columns},
    Table{
        .name = "class_score",
        .holds = "A child's scores in the measures of their class.",
        .why = nurture_support,
        .kept = on_the_roll,
        .of_child = by_pupil,
        .columns = class_score_columns},
};

}  // namespace data_map::declared
