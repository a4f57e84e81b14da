#pragma once

#include <array>

#include "data_map/data_map.hpp"

// Letters, consent, and what leaves the school.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array letter_template_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"title", school, to_nobody, untouched, stays_with_the_school},
    Column{"words", school, to_nobody, untouched, stays_with_the_school},
    Column{"version", system, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array letter_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"contact_id", key, to_child("To", name_of_contact), moved, with_row},
    Column{"way", contact, to_child_and_parent("Sent by"), moved, with_row},
    Column{"title", child, to_child_and_parent("Title"), moved, with_row},
    Column{"words", special_category, to_child_and_parent("Letter"), moved, with_row, by_the_childs_key},
    Column{"made_by", staff, to_child_and_parent("Written by", name_of_staff), moved, with_row},
    Column{"made_at", child, to_child_and_parent("Written"), moved, with_row},
    Column{"printed_at", child, to_child_and_parent("Printed"), moved, with_row},
    Column{"printed_by", staff, to_child_and_parent("Printed by", name_of_staff), moved, with_row},
};

inline constexpr std::array letter_sheet_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"letter_id", key, to_nobody, moved, with_row},
    Column{"pdf", special_category, to_nobody, moved, with_row, by_the_childs_key},
    Column{"kept_pdf", special_category, to_nobody, moved, with_row, by_the_childs_key},
};

inline constexpr std::array consent_request_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"contact_id", key, to_child("Asked", name_of_contact), moved, with_row},
    Column{"letter_id", key, to_nobody, moved, with_row},
    Column{"asked_at", child, to_child_and_parent("Asked"), moved, with_row},
    Column{"asked_by", staff, to_child_and_parent("Asked by", name_of_staff), moved, with_row},
    Column{"form", child, to_child_and_parent("Form of support"), moved, with_row},
};

inline constexpr std::array consent_answer_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"number", key, to_nobody, moved, with_row},
    Column{"contact_id", key, to_child("Answer of", name_of_contact), moved, with_row},
    Column{"answer", contact, to_child_and_parent("Answer"), moved, with_row},
    Column{"route", contact, to_child_and_parent("Came by"), moved, with_row},
    Column{"answered_on", contact, to_child_and_parent("Answered"), moved, with_row},
    Column{"received_at", contact, to_child_and_parent("Received"), moved, with_row},
    Column{"recorded_by", staff, to_child_and_parent("Written down by", name_of_staff), moved, with_row},
    Column{"witness", staff, to_child_and_parent("Witness"), moved, with_row},
    Column{
        "reason",
        special_category,
        to_child_and_parent("In their words"),
        moved,
        with_row,
        by_the_childs_key},
    Column{"expires_on", contact, to_child_and_parent("Until"), moved, with_row},
    Column{"form", child, to_child_and_parent("Form of support"), moved, with_row},
    Column{"although", special_category, to_child_and_parent("Although"), moved, with_row},
};

inline constexpr std::array consent_link_columns{
    Column{"token_hash", security, to_nobody, moved, with_row},
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"contact_id", key, to_nobody, moved, with_row},
    Column{"made_at", system, to_parent("Link made"), moved, with_row},
    Column{"expires_at", system, to_parent("Link worked until"), moved, with_row},
    Column{"revoked_at", system, to_parent("Link ended"), moved, with_row},
    Column{"wrong_tries", security, to_nobody, moved, with_row},
    Column{"proof_key", security, to_nobody, moved, with_row},
    Column{"although", special_category, to_nobody, moved, with_row},
};

inline constexpr std::array outbox_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"address", contact, to_parent_and_staff("To"), moved, with_row},
    Column{"subject", contact, to_parent_and_staff("Subject"), moved, with_row},
    Column{"words", special_category, to_parent_and_staff("Message"), moved, with_row},
    Column{"letter_id", key, to_nobody, moved, with_row},
    Column{"state", system, to_parent_and_staff("State"), moved, with_row},
    Column{"attempts", system, to_nobody, moved, with_row},
    Column{"next_attempt_at", system, to_nobody, moved, with_row},
    Column{"made_at", system, to_parent_and_staff("Written"), moved, with_row},
    Column{"sent_at", system, to_parent_and_staff("Sent"), moved, with_row},
    Column{"last_fault", system, to_nobody, moved, with_row},
};

inline constexpr std::array letters_tables{
    Table{
        .name = "letter_template",
        .holds = "The school's letter to parents.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = letter_template_columns},
    Table{
        .name = "letter",
        .holds = "Letters to parents and carers, as they were sent.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .of_parent = by_contact,
        .columns = letter_columns},
    Table{
        .name = "letter_sheet",
        .holds = "The sheet of a letter as PDF.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_letter,
        .columns = letter_sheet_columns,
        .not_given = "the same as the letter, whose words are given out"},
    Table{
        .name = "consent_request",
        .holds = "That consent was asked, of whom, when.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .of_parent = by_contact,
        .columns = consent_request_columns},
    Table{
        .name = "consent_answer",
        .holds = "What a parent or carer answered, and the school's decision where they differ.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .of_parent = by_contact,
        .columns = consent_answer_columns},
    Table{
        .name = "consent_link",
        .holds = "Links by which a parent answers.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .of_parent = by_contact,
        .columns = consent_link_columns,
        .not_given = "the way to an answer, which is given out; the link itself is told to the parent"},
    Table{
        .name = "outbox",
        .holds = "Messages that wait to go out, and that went.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_letter,
        .of_parent = by_address,
        .of_staff = by_address,
        .columns = outbox_columns,
        .not_given = "on its way to whom it is addressed; what it is about is given out where it stands"},
};

}  // namespace data_map::declared
