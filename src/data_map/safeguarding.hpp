#pragma once

#include <array>

#include "data_map/data_map.hpp"

// The pointer to the safeguarding record.
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

inline constexpr std::array safeguarding_tables{
    Table{
        .name = "safeguarding_pointer",
        .holds = "That a concern was put on CPOMS: when, and its reference.",
        .why = safeguarding,
        .kept = safeguarding_pointer,
        .of_child = by_pupil,
        .columns = safeguarding_pointer_columns},
};

}  // namespace data_map::declared
