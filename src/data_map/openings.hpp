#pragma once

#include <array>

#include "data_map/data_map.hpp"

// Cases that were opened with a reason.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array opening_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"staff_id", key, to_child("Opened by", name_of_staff), moved, with_row},
    Column{"reason", special_category, to_child("Why"), moved, with_row, by_the_childs_key},
    Column{"opened_at", child, to_child("From"), moved, with_row},
    Column{"until_at", child, to_child("Until"), moved, with_row},
};

inline constexpr std::array override_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"staff_id", key, to_child("Opened by", name_of_staff), moved, with_row},
    Column{"reason", special_category, to_child("Why"), moved, with_row, by_the_childs_key},
    Column{"recipient", special_category, to_child("Who was to know"), moved, with_row, by_the_childs_key},
    Column{"child_told", child, to_child("The child was told", yes_or_no), moved, with_row},
    Column{
        "about_the_child",
        special_category,
        to_child("By whom, or why not"),
        moved,
        with_row,
        by_the_childs_key},
    Column{"parent_told", child, to_child("A parent was told", yes_or_no), moved, with_row},
    Column{
        "about_the_parent",
        special_category,
        to_child("By whom, or why not"),
        moved,
        with_row,
        by_the_childs_key},
    Column{"opened_at", child, to_child("From"), moved, with_row},
    Column{"until_at", child, to_child("Until"), moved, with_row},
};

inline constexpr std::array override_told_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"override_id", key, to_nobody, moved, with_row},
    Column{"staff_id", key, to_child("Who was told of it", name_of_staff), moved, with_row},
    Column{"read_at", staff, to_child("Read"), moved, with_row},
};

inline constexpr std::array openings_tables{
    Table{
        .name = "opening",
        .holds = "That the headteacher opened a child's case, and why.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_pupil,
        .columns = opening_columns},
    Table{
        .name = "override",
        .holds = "That somebody opened everything of a child for safeguarding: why, for whom, who was told.",
        .why = safeguarding,
        .kept = safeguarding_pointer,
        .of_child = by_pupil,
        .columns = override_columns},
    Table{
        .name = "override_told",
        .holds = "Who was told of that, and has read it.",
        .why = safeguarding,
        .kept = safeguarding_pointer,
        .of_child = by_override,
        .columns = override_told_columns},
};

}  // namespace data_map::declared
