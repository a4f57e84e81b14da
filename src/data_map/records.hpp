#pragma once

#include <array>

#include "data_map/data_map.hpp"

// The logs of changes and of reads, and where they stood.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array record_columns{
    Column{"school_id", key, to_nobody, untouched, accounted_for},
    Column{"number", key, to_nobody, untouched, accounted_for},
    Column{"at", system, to_child_and_parent("When"), untouched, accounted_for},
    Column{"by_staff_id", key, to_nobody, untouched, accounted_for},
    Column{"by_name", staff, to_child_and_parent("Changed by"), untouched, accounted_for},
    Column{"action", system, to_child_and_parent("What was done"), untouched, accounted_for},
    Column{"subject", system, to_child_and_parent("To what"), untouched, accounted_for},
    Column{"subject_id", key, to_nobody, untouched, accounted_for},
    Column{"case_id", key, to_nobody, untouched, accounted_for},
    Column{"why", child, to_child_and_parent("Why"), untouched, key_destroyed, by_the_childs_key},
    Column{
        "detail", child, to_child_and_parent("What it was before"), untouched, taken_out, by_the_childs_key},
    Column{"detail_digest", system, to_nobody, untouched, part_of_the_chain},
    Column{"previous_hash", system, to_nobody, untouched, part_of_the_chain},
    Column{"hash", system, to_nobody, untouched, part_of_the_chain},
};

inline constexpr std::array record_head_columns{
    Column{"school_id", key, to_nobody, untouched, says_nothing_of_anybody},
    Column{"number", system, to_nobody, untouched, says_nothing_of_anybody},
    Column{"hash", system, to_nobody, untouched, says_nothing_of_anybody},
};

inline constexpr std::array reading_columns{
    Column{"school_id", key, to_nobody, untouched, accounted_for},
    Column{"number", key, to_nobody, untouched, accounted_for},
    Column{"at", system, to_nobody, untouched, accounted_for},
    Column{"by_staff_id", key, to_nobody, untouched, accounted_for},
    Column{"by_name", staff, to_nobody, untouched, accounted_for},
    Column{"pupil_id", key, to_nobody, untouched, accounted_for},
    Column{"case_id", key, to_nobody, untouched, accounted_for},
    Column{"zone", system, to_nobody, untouched, accounted_for},
    Column{"reason", system, to_nobody, untouched, accounted_for},
    Column{"page", system, to_nobody, untouched, accounted_for},
    Column{"hash", system, to_nobody, untouched, part_of_the_chain},
    Column{"contacts", system, to_nobody, untouched, accounted_for},
    Column{"list_id", key, to_nobody, untouched, part_of_the_chain},
    Column{"refused", system, to_nobody, untouched, accounted_for},
};

inline constexpr std::array reading_list_columns{
    Column{"school_id", key, to_nobody, untouched, accounted_for},
    Column{"list_id", key, to_nobody, untouched, part_of_the_chain},
    Column{"pupil_id", key, to_nobody, untouched, accounted_for},
};

inline constexpr std::array reading_head_columns{
    Column{"school_id", key, to_nobody, untouched, says_nothing_of_anybody},
    Column{"number", system, to_nobody, untouched, says_nothing_of_anybody},
    Column{"hash", system, to_nobody, untouched, says_nothing_of_anybody},
};

inline constexpr std::array signed_head_columns{
    Column{"school_id", key, to_nobody, untouched, says_nothing_of_anybody},
    Column{"log", key, to_nobody, untouched, says_nothing_of_anybody},
    Column{"size", key, to_nobody, untouched, says_nothing_of_anybody},
    Column{"root", system, to_nobody, untouched, says_nothing_of_anybody},
    Column{"subtrees", system, to_nobody, untouched, says_nothing_of_anybody},
    Column{"signed_at", system, to_nobody, untouched, says_nothing_of_anybody},
    Column{"public_key", system, to_nobody, untouched, says_nothing_of_anybody},
    Column{"signature", system, to_nobody, untouched, says_nothing_of_anybody},
};

// Recipients are those outside the school, and they are told of where data was given to them. Whom the school
// lets see a case is told by role (docs/need-to-know.md); by name they are people with rights of their own,
// who acted for the school. Where a look should not have been, SENCo and headteacher answer for it (decision
// 21).
inline constexpr std::string_view only_who_looked =
    "who looked acted for the school, and is no recipient; whom it lets see a case is told by role "
    "(docs/need-to-know.md), and SENCo and headteacher read the log and answer for it";

inline constexpr std::array records_tables{
    Table{
        .name = "record",
        .holds = "Every change: who, when, from, to, why.",
        .why = accountability,
        .kept = with_the_log,
        .of_child = by_entry,
        .of_parent = by_entry_of_contact,
        .columns = record_columns},
    Table{
        .name = "record_head",
        .holds = "Where the log of changes ends.",
        .why = accountability,
        .kept = with_the_log,
        .columns = record_head_columns},
    Table{
        .name = "reading",
        .holds =
            "Every page that told of a child's case or contacts, and every list that told of several: who "
            "read it, when, how near, and why they could. And every page that was refused: to whom, when and "
            "why.",
        .why = accountability,
        .kept = with_the_log,
        .of_child = by_pupil,
        .columns = reading_columns,
        .not_given = only_who_looked},
    Table{
        .name = "reading_list",
        .holds = "Which children a list held that was read, once for each such list.",
        .why = accountability,
        .kept = with_the_log,
        .of_child = by_pupil,
        .columns = reading_list_columns,
        .not_given = only_who_looked},
    Table{
        .name = "reading_head",
        .holds = "Where the log of reads ends.",
        .why = accountability,
        .kept = with_the_log,
        .columns = reading_head_columns},
    Table{
        .name = "signed_head",
        .holds = "Where each log stood, signed.",
        .why = accountability,
        .kept = with_the_log,
        .columns = signed_head_columns},
};

}  // namespace data_map::declared
