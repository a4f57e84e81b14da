#pragma once

#include <array>

#include "data_map/data_map.hpp"

// What staff ask and tell each other and parents.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array question_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"asked_by", staff, to_child("Asked by", name_of_staff), moved, with_row},
    Column{"asked_at", child, to_child("Asked"), moved, with_row},
    Column{"words", special_category, to_child("Question"), moved, with_row, by_the_childs_key},
    Column{"answer", special_category, to_child("Answer"), moved, with_row, by_the_childs_key},
    Column{"answered_by", staff, to_child("Answered by", name_of_staff), moved, with_row},
    Column{"answered_at", child, to_child("Answered"), moved, with_row},
    Column{"answer_seen_at", child, to_nobody, moved, with_row},
};

inline constexpr std::array parent_message_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"contact_id", key, to_child("To", name_of_contact), moved, with_row},
    Column{"written_by", staff, to_child_and_parent("Written by", name_of_staff), moved, with_row},
    Column{"written_at", child, to_child_and_parent("Written"), moved, with_row},
    Column{"words", special_category, to_child_and_parent("Message"), moved, with_row, by_the_childs_key},
    Column{"state", child, to_child_and_parent("What became of it"), moved, with_row},
    Column{
        "words_sent",
        special_category,
        to_child_and_parent("As it was sent"),
        moved,
        with_row,
        by_the_childs_key},
    Column{"handled_by", staff, to_child_and_parent("Seen to by", name_of_staff), moved, with_row},
    Column{"handled_at", child, to_child_and_parent("Seen to"), moved, with_row},
    Column{"note", special_category, to_child_and_parent("Note"), moved, with_row, by_the_childs_key},
};

inline constexpr std::array liaison_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"with_whom", staff, to_child("With"), moved, with_row},
    Column{"held_on", child, to_child("Held"), moved, with_row},
    Column{"line", special_category, to_child("In a line"), moved, with_row, by_the_childs_key},
    Column{"written_by", staff, to_child("Written by", name_of_staff), moved, with_row},
    Column{"written_at", child, to_child("Written"), moved, with_row},
};

inline constexpr std::array liaison_tables{
    Table{
        .name = "question",
        .holds = "Questions to the class teacher, and the answers.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = question_columns},
    Table{
        .name = "parent_message",
        .holds = "Messages to a parent through the class teacher.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .of_parent = by_contact,
        .columns = parent_message_columns},
    Table{
        .name = "liaison",
        .holds = "Talks between staff, in a line.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = liaison_columns},
};

}  // namespace data_map::declared
