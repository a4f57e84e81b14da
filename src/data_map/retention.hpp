#pragma once

#include <array>

#include "data_map/data_map.hpp"

// How long records are held, what is held longer, and what was erased.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array retention_period_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"category", school, to_nobody, untouched, stays_with_the_school},
    Column{"years", school, to_nobody, untouched, stays_with_the_school},
    Column{"reason", school, to_nobody, untouched, stays_with_the_school},
    Column{"set_by", staff, to_nobody, untouched, stays_with_the_school},
    Column{"set_at", system, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array retention_hold_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"reason", child, to_child("Held longer because"), moved, with_row, by_the_childs_key},
    Column{"made_by", staff, to_child("Decided by", name_of_staff), moved, with_row},
    Column{"made_at", child, to_child("Held since"), moved, with_row},
    Column{"ended_by", staff, to_child("Ended by", name_of_staff), moved, with_row},
    Column{"ended_at", child, to_child("Until"), moved, with_row},
    Column{"ended_why", child, to_child("Why it ended"), moved, with_row, by_the_childs_key},
};

inline constexpr std::array erasure_columns{
    Column{"school_id", key, to_nobody, moved, certified},
    Column{"id", key, to_nobody, moved, certified},
    Column{"pupil_id", key, to_nobody, moved, certified},
    Column{"pupil_digest", system, to_nobody, moved, certified},
    Column{"category", system, to_nobody, moved, certified},
    Column{"due_on", system, to_nobody, moved, certified},
    Column{"first_by", staff, to_nobody, moved, certified},
    Column{"first_at", system, to_nobody, moved, certified},
    Column{"second_by", staff, to_nobody, moved, certified},
    Column{"erased_at", system, to_nobody, moved, certified},
    Column{"counts", system, to_nobody, moved, certified},
};

inline constexpr std::array retention_tables{
    Table{
        .name = "retention_period",
        .holds = "Periods that the school has set itself.",
        .why = accountability,
        .kept = with_the_school,
        .columns = retention_period_columns},
    Table{
        .name = "retention_hold",
        .holds = "Records that are held whatever their time.",
        .why = accountability,
        .kept = on_the_roll,
        .of_child = by_pupil,
        .columns = retention_hold_columns},
    Table{
        .name = "erasure",
        .holds = "What was erased, and who signed for it.",
        .why = accountability,
        .kept = with_the_school,
        .columns = erasure_columns},
};

}  // namespace data_map::declared
