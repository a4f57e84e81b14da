#pragma once

#include <array>

#include "data_map/data_map.hpp"

// Impact reviews, next steps and check-ins.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array impact_review_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"place_id", key, to_nobody, moved, with_row},
    Column{"reviewer_id", staff, to_child("Reviewed by", name_of_staff), moved, with_row},
    Column{"reviewed_on", child, to_child("Reviewed"), moved, with_row},
    Column{"reviewed_at", child, to_nobody, moved, with_row},
    Column{"words", special_category, to_child("In words"), moved, with_row, by_the_childs_key},
    Column{"outcome", special_category, to_child("Outcome"), moved, with_row},
    Column{"undone_at", child, to_child("Undone"), moved, with_row},
};

inline constexpr std::array next_step_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"next", child, to_child("Next"), moved, with_row},
    Column{"reason", special_category, to_child("Why"), moved, with_row, by_the_childs_key},
    Column{"made_by", staff, to_child("Decided by", name_of_staff), moved, with_row},
    Column{"made_at", child, to_child("Decided"), moved, with_row},
    Column{"undone_at", child, to_child("Undone"), moved, with_row},
    Column{"what", special_category, to_child("What it is"), moved, with_row, by_the_childs_key},
};

inline constexpr std::array undone_measure_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"review_id", key, to_nobody, moved, with_row},
    Column{"target_id", key, to_nobody, moved, with_row},
    Column{"rating", special_category, to_child("Rating"), moved, with_row},
    Column{"rated_by", staff, to_child("Rated by", name_of_staff), moved, with_row},
    Column{"rated_at", child, to_child("Rated"), moved, with_row},
};

inline constexpr std::array check_in_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"asked_by", child, to_child("Asked for by"), moved, with_row},
    Column{"asked_on", child, to_child("Asked for"), moved, with_row},
    Column{"held_on", child, to_child("Held"), moved, with_row},
    Column{"line", special_category, to_child("In a line"), moved, with_row, by_the_childs_key},
    Column{"made_by", staff, to_child("Written by", name_of_staff), moved, with_row},
    Column{"made_at", child, to_child("Written"), moved, with_row},
};

inline constexpr std::array impact_tables{
    Table{
        .name = "impact_review",
        .holds = "The class teacher's measure after the programme.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = impact_review_columns},
    Table{
        .name = "next_step",
        .holds = "What comes next, and why.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = next_step_columns},
    Table{
        .name = "undone_measure",
        .holds = "Measures of a review that was undone.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_target,
        .columns = undone_measure_columns},
    Table{
        .name = "check_in",
        .holds = "Brief meetings after the programme.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = check_in_columns},
};

}  // namespace data_map::declared
