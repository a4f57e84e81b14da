#pragma once

#include <array>

#include "data_map/data_map.hpp"

// What people asked to be given of what is held about them.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array data_request_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"about", system, to_nobody, moved, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"contact_id", key, to_nobody, moved, with_row},
    Column{"staff_id", key, to_nobody, moved, with_row},
    Column{"kind", child, to_whoever_asked("What was asked for"), moved, with_row},
    Column{"asked_by", contact, to_whoever_asked("Asked by"), moved, with_row},
    Column{"asked_as", contact, to_whoever_asked("Asked as"), moved, with_row},
    Column{"received_on", child, to_whoever_asked("Received"), moved, with_row},
    Column{
        "identity_check",
        contact,
        to_whoever_asked("How it was made sure who asks"),
        moved,
        with_row,
        by_the_childs_key},
    Column{"made_by", staff, to_whoever_asked("Written down by", name_of_staff), moved, with_row},
    Column{"made_at", system, to_nobody, moved, with_row},
    Column{"prepared_by", staff, to_whoever_asked("Prepared by", name_of_staff), moved, with_row},
    Column{"prepared_at", system, to_whoever_asked("Prepared"), moved, with_row},
    Column{"prepared_digest", system, to_nobody, moved, with_row},
    Column{"signed_by", staff, to_whoever_asked("Signed by", name_of_staff), moved, with_row},
    Column{"signed_at", system, to_whoever_asked("Signed"), moved, with_row},
    Column{"sent_back_why", special_category, to_nobody, moved, with_row, by_the_childs_key},
    Column{"given_on", child, to_whoever_asked("Given out"), moved, with_row},
    Column{"given_way", child, to_whoever_asked("Given out by"), moved, with_row},
    Column{"given_by", staff, to_whoever_asked("Given out by", name_of_staff), moved, with_row},
    Column{"given_at", system, to_nobody, moved, with_row},
    Column{"lines_read", system, to_nobody, moved, with_row},
    Column{"line_key", security, to_nobody, moved, with_row, by_the_childs_key},
    Column{"stored_digest", system, to_nobody, moved, with_row},
    Column{"withdrawn_at", system, to_whoever_asked("Withdrawn"), moved, with_row},
    Column{"withdrawn_by", staff, to_whoever_asked("Withdrawn by", name_of_staff), moved, with_row},
    Column{
        "withdrawn_why",
        special_category,
        to_whoever_asked("Why it was withdrawn"),
        moved,
        with_row,
        by_the_childs_key},
};

inline constexpr std::array data_request_line_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"request_id", key, to_nobody, moved, with_row},
    Column{"line", key, to_nobody, moved, with_row},
    Column{"names", special_category, to_nobody, moved, with_row, by_the_childs_key},
    Column{"decision", system, to_nobody, moved, with_row},
    Column{"reason", special_category, to_nobody, moved, with_row},
    Column{"words", special_category, to_nobody, moved, with_row, by_the_childs_key},
    Column{"hidden", system, to_nobody, moved, with_row},
    Column{"decided_by", staff, to_nobody, moved, with_row},
    Column{"decided_at", system, to_nobody, moved, with_row},
};

inline constexpr std::array data_request_extension_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"request_id", key, to_nobody, moved, with_row},
    Column{"why", special_category, to_nobody, moved, with_row, by_the_childs_key},
    Column{"told_on", system, to_nobody, moved, with_row},
    Column{"made_by", staff, to_nobody, moved, with_row},
    Column{"made_at", system, to_nobody, moved, with_row},
};

inline constexpr std::array confided_given_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"request_id", key, to_nobody, moved, with_row},
    Column{"staff_id", key, to_nobody, moved, with_row},
    Column{"given_on", system, to_nobody, moved, with_row},
    Column{"why_not", special_category, to_nobody, moved, with_row, by_the_childs_key},
    Column{"made_by", staff, to_nobody, moved, with_row},
    Column{"made_at", system, to_nobody, moved, with_row},
};

inline constexpr std::array data_requests_tables{
    Table{
        .name = "data_request",
        .holds = "Who asked for what is held about a person, and how far it has come.",
        .why = accountability,
        .kept = data_request,
        .of_child = by_pupil,
        .of_parent = by_contact,
        .of_staff = by_staff,
        .columns = data_request_columns},
    Table{
        .name = "data_request_line",
        .holds = "What was kept back of it, and why.",
        .why = accountability,
        .kept = data_request,
        .of_child = by_request,
        .columns = data_request_line_columns,
        .not_given = "how an answer was made, which whoever asked has"},
    Table{
        .name = "data_request_extension",
        .holds = "That it took two months more, as whoever asked was told, and why.",
        .why = accountability,
        .kept = data_request,
        .of_child = by_request,
        .columns = data_request_extension_columns,
        .not_given = "whoever asked was told so, and why, when it was made"},
    Table{
        .name = "confided_given",
        .holds = "That an adult gave the child what was said to them in confidence, or why not.",
        .why = accountability,
        .kept = data_request,
        .of_child = by_request,
        .columns = confided_given_columns,
        .not_given = "the child has what it is about, from the adult to whom it was said"},
};

}  // namespace data_map::declared
