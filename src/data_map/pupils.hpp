#pragma once

#include <array>

#include "data_map/data_map.hpp"

// Children on roll, their classes and their contacts.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array pupil_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, kept, with_row},
    Column{"upn", child, to_child("Unique pupil number"), chosen, with_row},
    Column{"former_upn", child, to_child("Former unique pupil number"), chosen, with_row},
    Column{"admission_number", child, to_child("Admission number"), chosen, with_row},
    Column{"legal_forename", child, to_child("Legal forename"), chosen, with_row},
    Column{"legal_surname", child, to_child("Legal surname"), chosen, with_row},
    Column{"preferred_forename", child, to_child("Preferred forename"), chosen, with_row},
    Column{"preferred_surname", child, to_child("Preferred surname"), chosen, with_row},
    Column{"born_on", child, to_child("Date of birth"), refused, with_row},
    Column{"sex", child, to_child("Sex"), chosen, with_row},
    Column{"year_group", child, to_child("Year group"), chosen, with_row},
    Column{"sen_provision", special_category, to_child("SEN provision"), chosen, with_row},
    Column{"pupil_premium", child, to_child("Pupil premium"), chosen, with_row},
    Column{"ethnicity", special_category, to_child("Ethnicity"), chosen, with_row},
    Column{"folded_name", system, to_nobody, kept, with_row},
    Column{"joined_on", child, to_child("Joined the school"), chosen, with_row},
    Column{"left_on", child, to_child("Left the school"), chosen, with_row},
    Column{"version", system, to_nobody, kept, with_row},
};

inline constexpr std::array name_part_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"part", system, to_nobody, kept, with_row},
    Column{"pupil_id", key, to_nobody, kept, with_row},
};

inline constexpr std::array class_membership_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"class_id", key, to_child("Class", name_of_class), moved, with_row},
    Column{"starts_on", child, to_child("From"), moved, with_row},
    Column{"ends_on", child, to_child("Until"), moved, with_row},
};

inline constexpr std::array contact_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"name", contact, to_child_and_parent("Name"), untouched, with_row},
    Column{"address", contact, to_parent("E-mail address"), untouched, with_row},
    Column{"telephone", contact, to_parent("Telephone"), untouched, with_row},
    Column{"postal_address", contact, to_parent("Postal address"), untouched, with_row},
    Column{"language", contact, to_parent("Language"), untouched, with_row},
    Column{
        "needs", special_category, to_parent("What they need of us"), untouched, with_row, by_the_childs_key},
    Column{"version", system, to_nobody, untouched, with_row},
};

inline constexpr std::array contact_at_work_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"contact_id", key, to_nobody, moved, with_row},
    Column{"staff_id", key, to_parent_and_staff("Works here as", name_of_staff), moved, with_row},
};

inline constexpr std::array pupil_contact_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"contact_id", key, to_child("Contact", name_of_contact), moved, with_row},
    Column{"relationship", contact, to_child_and_parent("Relationship"), moved, with_row},
    Column{
        "is_parent", contact, to_child_and_parent("Parent under education law", yes_or_no), moved, with_row},
    Column{
        "responsibility",
        contact,
        to_child_and_parent("Parental responsibility", yes_or_no),
        moved,
        with_row},
    Column{"lives_with", contact, to_child_and_parent("Lives with the child", yes_or_no), moved, with_row},
    Column{"restriction", contact, to_child_and_parent("Court order"), moved, with_row, by_the_childs_key},
};

inline constexpr std::array address_change_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"id", key, to_nobody, untouched, with_row},
    Column{"contact_id", key, to_nobody, untouched, with_row},
    Column{"address_before", contact, to_parent("Address before"), untouched, with_row},
    Column{"address", contact, to_parent("Address"), untouched, with_row},
    Column{"made_by", staff, to_parent("Changed by", name_of_staff), untouched, with_row},
    Column{"made_at", system, to_parent("Changed"), untouched, with_row},
};

inline constexpr std::array address_change_seen_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"change_id", key, to_nobody, untouched, with_row},
    Column{"seen_by", staff, to_parent("Seen by", name_of_staff), untouched, with_row},
    Column{"seen_at", system, to_parent("Seen"), untouched, with_row},
};

inline constexpr std::array pupils_tables{
    Table{
        .name = "pupil",
        .holds = "Children on the school's roll.",
        .why = running_the_school,
        .kept = on_the_roll,
        .of_child = itself,
        .columns = pupil_columns},
    Table{
        .name = "name_part",
        .holds = "Endings of children's names, for search.",
        .why = running_the_school,
        .kept = on_the_roll,
        .of_child = by_pupil,
        .columns = name_part_columns,
        .not_given = "parts of the names, which are given out"},
    Table{
        .name = "class_membership",
        .holds = "Which class a child was in, from when to when.",
        .why = running_the_school,
        .kept = on_the_roll,
        .of_child = by_pupil,
        .columns = class_membership_columns},
    Table{
        .name = "contact",
        .holds = "Parents, carers and others to reach about a child.",
        .why = running_the_school,
        .kept = on_the_roll,
        .of_child = by_child_it_is_reached_for,
        .of_parent = itself,
        .columns = contact_columns},
    Table{
        .name = "pupil_contact",
        .holds = "What a contact is to a child.",
        .why = running_the_school,
        .kept = on_the_roll,
        .of_child = by_pupil,
        .of_parent = by_contact,
        .columns = pupil_contact_columns},
    Table{
        .name = "contact_at_work",
        .holds = "That a parent or carer works at the school, and as whom.",
        .why = safe_accounts,
        .kept = on_the_roll,
        .of_parent = by_contact,
        .of_staff = by_staff,
        .columns = contact_at_work_columns},
    Table{
        .name = "address_change",
        .holds = "E-mail addresses of contacts that were changed, so that somebody looks.",
        .why = safe_accounts,
        .kept = on_the_roll,
        .of_parent = by_contact,
        .columns = address_change_columns},
    Table{
        .name = "address_change_seen",
        .holds = "Who has looked at it.",
        .why = safe_accounts,
        .kept = on_the_roll,
        .of_parent = by_change,
        .columns = address_change_seen_columns},
};

}  // namespace data_map::declared
