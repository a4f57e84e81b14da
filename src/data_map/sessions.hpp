#pragma once

#include <array>

#include "data_map/data_map.hpp"

// Sessions, registers and evaluations.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array session_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_group},
    Column{"id", key, to_nobody, untouched, stays_with_the_group},
    Column{"programme_id", key, to_nobody, untouched, stays_with_the_group},
    Column{"number", school, to_child("Session"), untouched, stays_with_the_group},
    Column{"planned_on", school, to_child("Planned for"), untouched, stays_with_the_group},
    Column{"starts_at_time", school, to_nobody, untouched, stays_with_the_group},
    Column{"room_id", school, to_nobody, untouched, stays_with_the_group},
    Column{"plan", special_category, to_child("Plan"), untouched, emptied, by_the_childs_key},
    Column{"plan_reviewed_on", school, to_nobody, untouched, stays_with_the_group},
    Column{"plan_reviewed_by", staff, to_nobody, untouched, stays_with_the_group},
    Column{"plan_review", special_category, to_nobody, untouched, emptied, by_the_childs_key},
    Column{"outcome", school, to_child("What became of it"), untouched, stays_with_the_group},
    Column{"held_on", school, to_child("Held"), untouched, stays_with_the_group},
    Column{"delivered_by", staff, to_child("Held by", name_of_staff), untouched, stays_with_the_group},
    Column{"stand_in_id", staff, to_nobody, untouched, stays_with_the_group},
    Column{"why_not", school, to_child("Why it was not held"), untouched, stays_with_the_group},
    Column{"rearranged", school, to_nobody, untouched, stays_with_the_group},
    Column{"version", system, to_nobody, untouched, stays_with_the_group},
    Column{"deliverer_id", staff, to_nobody, untouched, stays_with_the_group},
    Column{"plan_changed", system, to_nobody, untouched, stays_with_the_group},
};

inline constexpr std::array absence_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"session_id", key, to_nobody, moved, with_row},
    Column{"place_id", key, to_nobody, moved, with_row},
    Column{"why_absent", child, to_child("Why absent"), moved, with_row},
    Column{"noted_by", staff, to_child("Noted by", name_of_staff), moved, with_row},
    Column{"noted_at", child, to_child("Noted"), moved, with_row},
};

inline constexpr std::array register_line_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"session_id", key, to_nobody, moved, with_row},
    Column{"place_id", key, to_nobody, moved, with_row},
    Column{"written", child, to_child("Written up", yes_or_no), moved, with_row},
};

inline constexpr std::array evaluation_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"session_id", key, to_nobody, moved, with_row},
    Column{"place_id", key, to_nobody, moved, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"attended", child, to_child("Attended", yes_or_no), moved, with_row},
    Column{"why_absent", child, to_child("Why absent"), moved, with_row},
    Column{"feeling", confided, to_child("How it felt"), moved, with_row, not_sealed, "voice_for"},
    Column{"noticed", special_category, to_child("What was noticed"), moved, with_row, by_the_childs_key},
    Column{"next_time", special_category, to_child("Next time"), moved, with_row, by_the_childs_key},
    Column{"confidence", confided, to_child("Said in confidence"), moved, with_row, by_the_key_of_confidence},
    Column{"writing", child, to_child("State of writing"), moved, with_row},
    Column{"written_by", staff, to_child("Written by", name_of_staff), moved, with_row},
    Column{"written_at", child, to_child("Written"), moved, with_row},
    Column{"version", system, to_nobody, moved, with_row},
    Column{
        "own_words",
        confided,
        to_child("In the child's own words"),
        moved,
        with_row,
        by_the_key_of_confidence,
        "voice_for"},
    Column{"voice_for", child, to_child("For whom the child said it"), moved, with_row},
};

inline constexpr std::array target_rating_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"evaluation_id", key, to_nobody, moved, with_row},
    Column{"target_id", key, to_child("Target", words_of_target), moved, with_row},
    Column{"rating", special_category, to_child("Rating"), moved, with_row},
};

inline constexpr std::array sessions_tables{
    Table{
        .name = "session",
        .holds = "Sessions of a programme, planned and held.",
        .why = nurture_support,
        .kept = with_the_school,
        .of_child = by_place_in_its_programme,
        .columns = session_columns},
    Table{
        .name = "absence",
        .holds = "Who will not be there, before the register is taken.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_place,
        .columns = absence_columns},
    Table{
        .name = "register_line",
        .holds = "Who was on the register.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_place,
        .columns = register_line_columns},
    Table{
        .name = "evaluation",
        .holds = "What a session did for a child.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_place,
        .columns = evaluation_columns},
    Table{
        .name = "target_rating",
        .holds = "A target's rating in a session.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_evaluation,
        .columns = target_rating_columns},
};

}  // namespace data_map::declared
