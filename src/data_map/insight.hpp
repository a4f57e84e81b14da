#pragma once

#include <array>

#include "data_map/data_map.hpp"

// What nurture support came to over a school year: figures that tell of no child.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array outcome_release_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"school_year", school, to_nobody, untouched, stays_with_the_school},
    Column{"on_roll", school, to_nobody, untouched, stays_with_the_school},
    Column{"referred", school, to_nobody, untouched, stays_with_the_school},
    Column{"made_by", staff, to_nobody, untouched, accounted_for},
    Column{"made_at", system, to_nobody, untouched, stays_with_the_school},
    Column{"given_by", staff, to_nobody, untouched, accounted_for},
    Column{"given_at", system, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array outcome_cell_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"school_year", school, to_nobody, untouched, stays_with_the_school},
    Column{"number", key, to_nobody, untouched, stays_with_the_school},
    Column{"provision", school, to_nobody, untouched, stays_with_the_school},
    Column{"dimension", school, to_nobody, untouched, stays_with_the_school},
    Column{"part", school, to_nobody, untouched, stays_with_the_school},
    Column{"supported", school, to_nobody, untouched, stays_with_the_school},
    Column{"on_roll", school, to_nobody, untouched, stays_with_the_school},
    Column{"days_waited", school, to_nobody, untouched, stays_with_the_school},
    Column{"planned", school, to_nobody, untouched, stays_with_the_school},
    Column{"delivered", school, to_nobody, untouched, stays_with_the_school},
    Column{"attended", school, to_nobody, untouched, stays_with_the_school},
    Column{"measured", school, to_nobody, untouched, stays_with_the_school},
    Column{"mean", school, to_nobody, untouched, stays_with_the_school},
    Column{"deviation", school, to_nobody, untouched, stays_with_the_school},
    Column{"days_between", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array outcome_scale_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"school_year", school, to_nobody, untouched, stays_with_the_school},
    Column{"instrument", school, to_nobody, untouched, stays_with_the_school},
    Column{"version", school, to_nobody, untouched, stays_with_the_school},
    Column{"scale", school, to_nobody, untouched, stays_with_the_school},
    Column{"informant", school, to_nobody, untouched, stays_with_the_school},
    Column{"span", school, to_nobody, untouched, stays_with_the_school},
    Column{"measured", school, to_nobody, untouched, stays_with_the_school},
    Column{"mean", school, to_nobody, untouched, stays_with_the_school},
    Column{"deviation", school, to_nobody, untouched, stays_with_the_school},
    Column{"days_between", school, to_nobody, untouched, stays_with_the_school},
    Column{"instrument_name", school, to_nobody, untouched, stays_with_the_school},
    Column{"scale_label", school, to_nobody, untouched, stays_with_the_school},
    Column{"direction", school, to_nobody, untouched, stays_with_the_school},
    Column{"edition", school, to_nobody, untouched, stays_with_the_school},
    Column{"least", school, to_nobody, untouched, stays_with_the_school},
    Column{"most", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array insight_tables{
    Table{
        .name = "outcome_release",
        .holds = "Of which school years the outcomes were made, and which were given to the county.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = outcome_release_columns},
    Table{
        .name = "outcome_cell",
        .holds =
            "How many children had support, how long they waited and how they changed, never of fewer than "
            "five.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = outcome_cell_columns},
    Table{
        .name = "outcome_scale",
        .holds = "How children with support changed by a scale of an instrument, never of fewer than five.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = outcome_scale_columns},
};

}  // namespace data_map::declared
