#pragma once

#include <array>

#include "data_map/data_map.hpp"

// Two records of one child that became one. A record that others were merged into is not merged itself, so
// that whatever stands here stays with it.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array merging_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"stays_id", key, to_nobody, untouched, with_row},
    Column{"stays_version", system, to_nobody, untouched, with_row},
    Column{"former_id", key, to_nobody, untouched, with_row},
    Column{"former_upn", child, to_child("Unique pupil number of a former record"), untouched, with_row},
    Column{"made_by", staff, to_child("Merged by", name_of_staff), untouched, with_row},
    Column{"made_at", system, to_child("Merged"), untouched, with_row},
    Column{"undone_by", staff, to_child("Undone by", name_of_staff), untouched, with_row},
    Column{"undone_at", system, to_child("Undone"), untouched, with_row},
    Column{
        "undone_why",
        special_category,
        to_child("Why it was undone"),
        untouched,
        with_row,
        by_the_childs_key},
};

inline constexpr std::array merged_row_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"merging_id", key, to_nobody, untouched, with_row},
    Column{"of_table", key, to_nobody, untouched, with_row},
    Column{"row_id", key, to_nobody, untouched, with_row},
};

inline constexpr std::array merged_pupil_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"merging_id", key, to_nobody, untouched, with_row},
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"upn", child, to_child("Unique pupil number"), untouched, with_row},
    Column{"former_upn", child, to_child("Former unique pupil number"), untouched, with_row},
    Column{"admission_number", child, to_child("Admission number"), untouched, with_row},
    Column{"legal_forename", child, to_child("Legal forename"), untouched, with_row},
    Column{"legal_surname", child, to_child("Legal surname"), untouched, with_row},
    Column{"preferred_forename", child, to_child("Preferred forename"), untouched, with_row},
    Column{"preferred_surname", child, to_child("Preferred surname"), untouched, with_row},
    Column{"born_on", child, to_child("Date of birth"), untouched, with_row},
    Column{"sex", child, to_child("Sex"), untouched, with_row},
    Column{"year_group", child, to_child("Year group"), untouched, with_row},
    Column{"sen_provision", special_category, to_child("SEN provision"), untouched, with_row},
    Column{"pupil_premium", child, to_child("Pupil premium"), untouched, with_row},
    Column{"ethnicity", special_category, to_child("Ethnicity"), untouched, with_row},
    Column{"folded_name", system, to_nobody, untouched, with_row},
    Column{"joined_on", child, to_child("Joined the school"), untouched, with_row},
    Column{"left_on", child, to_child("Left the school"), untouched, with_row},
    Column{"version", system, to_nobody, untouched, with_row},
};

inline constexpr std::array merged_membership_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"merging_id", key, to_nobody, untouched, with_row},
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"pupil_id", key, to_nobody, untouched, with_row},
    Column{"class_id", key, to_child("Class", name_of_class), untouched, with_row},
    Column{"starts_on", child, to_child("From"), untouched, with_row},
    Column{"ends_on", child, to_child("Until"), untouched, with_row},
};

inline constexpr std::array merged_tie_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"merging_id", key, to_nobody, untouched, with_row},
    Column{"pupil_id", key, to_nobody, untouched, with_row},
    Column{"contact_id", key, to_child("Contact", name_of_contact), untouched, with_row},
    Column{"relationship", contact, to_child("Relationship"), untouched, with_row},
    Column{"is_parent", contact, to_child("Parent under education law", yes_or_no), untouched, with_row},
    Column{"responsibility", contact, to_child("Parental responsibility", yes_or_no), untouched, with_row},
    Column{"lives_with", contact, to_child("Lives with the child", yes_or_no), untouched, with_row},
    Column{"restriction", contact, to_child("Court order"), untouched, with_row, by_the_childs_key},
};

inline constexpr std::array merged_score_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"merging_id", key, to_nobody, untouched, with_row},
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"taking_id", key, to_child("Taken in", name_of_taking), untouched, with_row},
    Column{"measure_id", key, to_child("Measure", name_of_measure), untouched, with_row},
    Column{"pupil_id", key, to_nobody, untouched, with_row},
    Column{"score", child, to_child("Score", hundredths), untouched, with_row},
    Column{"entered_by", staff, to_child("Entered by", name_of_staff), untouched, with_row},
    Column{"entered_at", system, to_child("Entered"), untouched, with_row},
    Column{"version", system, to_nobody, untouched, with_row},
};

inline constexpr std::array merging_tables{
    Table{
        .name = "merging",
        .holds = "Two records of one child that became one, and what was taken back.",
        .why = accountability,
        .kept = on_the_roll,
        .of_child = by_record_that_stays,
        .columns = merging_columns},
    Table{
        .name = "merged_row",
        .holds = "Which rows went over to the record that stays.",
        .why = accountability,
        .kept = on_the_roll,
        .of_child = by_merging,
        .columns = merged_row_columns,
        .not_given = "names rows, and says nothing more; what stands in them is given out"},
    Table{
        .name = "merged_pupil",
        .holds = "Both records as they stood before, until that is taken back or can't be any more.",
        .why = accountability,
        .kept = on_the_roll,
        .of_child = by_merging,
        .columns = merged_pupil_columns},
    Table{
        .name = "merged_membership",
        .holds = "A class of the former record, put aside until that is taken back or can't be any more.",
        .why = accountability,
        .kept = on_the_roll,
        .of_child = by_merging,
        .columns = merged_membership_columns},
    Table{
        .name = "merged_tie",
        .holds = "What a contact was to the child by the former record, put aside until then.",
        .why = accountability,
        .kept = on_the_roll,
        .of_child = by_merging,
        .columns = merged_tie_columns},
    Table{
        .name = "merged_score",
        .holds = "A score of the former record that the one that stays has too, put aside until then.",
        .why = accountability,
        .kept = on_the_roll,
        .of_child = by_merging,
        .columns = merged_score_columns},
};

}  // namespace data_map::declared
