#pragma once

#include <array>

#include "data_map/data_map.hpp"

// A child's way.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array nurture_case_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"opened_at", child, to_child("Opened"), moved, with_row},
    Column{"closed_at", child, to_child("Closed"), refused, with_row},
    Column{"closed_why", special_category, to_child("Why it was closed"), moved, with_row, by_the_childs_key},
    Column{"to_be_asked", child, to_nobody, moved, with_row},
};

inline constexpr std::array step_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"step", child, to_child("Step"), moved, with_row},
    Column{"taken_at", child, to_nobody, moved, with_row},
    Column{"taken_on", child, to_child("Taken"), moved, with_row},
    Column{"taken_by", staff, to_child("Taken by", name_of_staff), moved, with_row},
    Column{"reason", special_category, to_child("Why"), moved, with_row, by_the_childs_key},
    Column{"undone_at", child, to_child("Undone"), moved, with_row},
    Column{"undone_by", staff, to_child("Undone by", name_of_staff), moved, with_row},
    Column{
        "undone_reason", special_category, to_child("Why it was undone"), moved, with_row, by_the_childs_key},
};

inline constexpr std::array undone_closing_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"closed_at", child, to_child("Closed"), moved, with_row},
    Column{"closed_why", special_category, to_child("Why it was closed"), moved, with_row, by_the_childs_key},
    Column{"undone_at", child, to_child("Undone"), moved, with_row},
    Column{"undone_by", staff, to_child("Undone by", name_of_staff), moved, with_row},
    Column{"reason", special_category, to_child("Why it was undone"), moved, with_row, by_the_childs_key},
};

inline constexpr std::array cases_tables{
    Table{
        .name = "nurture_case",
        .holds = "A child's way from the first concern to its next step.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_pupil,
        .columns = nurture_case_columns},
    Table{
        .name = "step",
        .holds = "Steps of the way: when, by whom, why.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = step_columns},
    Table{
        .name = "undone_closing",
        .holds = "A closing that was undone.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = undone_closing_columns},
};

}  // namespace data_map::declared
