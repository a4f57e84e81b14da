#pragma once

#include <array>

#include "data_map/data_map.hpp"

// The pointer to the safeguarding record, and how it came to the school's CPOMS.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array safeguarding_pointer_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"put_at", special_category, to_child("Put on CPOMS"), moved, with_row},
    Column{"reference", special_category, to_child("CPOMS reference"), moved, with_row},
    Column{"noted_by", staff, to_child("Noted by", name_of_staff), moved, with_row},
    Column{"noted_at", special_category, to_child("Noted"), moved, with_row},
};

inline constexpr std::array handover_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"pointer_id", key, to_nobody, moved, with_row},
    Column{"state", special_category, to_child("Handed over to CPOMS"), moved, with_row},
    Column{"tries", system, to_nobody, moved, with_row},
    Column{"tries_since", system, to_nobody, moved, with_row},
    Column{"next_try_at", system, to_nobody, moved, with_row},
    Column{"made_at", system, to_nobody, moved, with_row},
    Column{"handed_over_at", special_category, to_child("When"), moved, with_row},
};

inline constexpr std::array handover_try_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"pointer_id", key, to_nobody, moved, with_row},
    Column{"number", key, to_nobody, moved, with_row},
    Column{"tried_at", system, to_nobody, moved, with_row},
    Column{"fault", system, to_nobody, moved, with_row},
};

inline constexpr std::array cpoms_connection_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"hands_over", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array safeguarding_tables{
    Table{
        .name = "safeguarding_pointer",
        .holds = "That a concern was put on CPOMS: when, and its reference.",
        .why = safeguarding,
        .kept = safeguarding_pointer,
        .of_child = by_pupil,
        .columns = safeguarding_pointer_columns},
    Table{
        .name = "handover",
        .holds = "That a pointer is on its way to the school's CPOMS, or has arrived there.",
        .why = safeguarding,
        .kept = safeguarding_pointer,
        .of_child = by_pointer,
        .columns = handover_columns},
    Table{
        .name = "handover_try",
        .holds = "Each try to hand it over, and what went wrong.",
        .why = safeguarding,
        .kept = safeguarding_pointer,
        .of_child = by_pointer,
        .columns = handover_try_columns,
        .not_given = "how the sending went; the pointer that was sent is given out"},
    Table{
        .name = "cpoms_connection",
        .holds = "Whether the school hands pointers over, and by which reference.",
        .why = safeguarding,
        .kept = with_the_school,
        .columns = cpoms_connection_columns},
};

}  // namespace data_map::declared
