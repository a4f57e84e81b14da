#pragma once

#include <array>

#include "data_map/data_map.hpp"

// What goes to the next school when a child moves.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array moving_pack_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"next_school", child, to_child("Next school"), moved, with_row},
    Column{"senco_name", contact, to_child("Sent to"), moved, with_row},
    Column{"senco_address", contact, to_child("Their e-mail"), moved, with_row},
    Column{"moves_on", child, to_child("Moves on"), moved, with_row},
    Column{"why", special_category, to_child("Why it goes"), moved, with_row, by_the_childs_key},
    Column{"made_by", staff, to_child("Prepared by", name_of_staff), moved, with_row},
    Column{"made_at", system, to_child("Prepared"), moved, with_row},
    Column{"pack", confided, to_child("What was sent"), moved, with_row, by_the_childs_key},
    Column{"with_views", child, to_child("With how the child sees it", yes_or_no), moved, with_row},
    Column{"with_confided", child, to_child("With what the child said", yes_or_no), moved, with_row},
    Column{"sent_by", staff, to_child("Sent by", name_of_staff), moved, with_row},
    Column{"sent_at", system, to_child("Sent"), moved, with_row},
    Column{"opened_at", system, to_child("Opened"), moved, with_row},
    Column{"received_at", system, to_child("Received"), moved, with_row},
    Column{"received_by", contact, to_child("Received by"), moved, with_row},
    Column{"taken_back_by", staff, to_child("Taken back by", name_of_staff), moved, with_row},
    Column{"taken_back_at", system, to_child("Taken back"), moved, with_row},
    Column{"discarded_at", system, to_child("Discarded"), moved, with_row},
    Column{"discarded_by", staff, to_child("Discarded by", name_of_staff), moved, with_row},
    Column{
        "discarded_why",
        special_category,
        to_child("Why it was discarded"),
        moved,
        with_row,
        by_the_childs_key},
};

inline constexpr std::array moving_link_columns{
    Column{"token_hash", security, to_nobody, moved, with_row},
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"pack_id", key, to_nobody, moved, with_row},
    Column{"code_hash", security, to_nobody, moved, with_row},
    Column{"proof_key", security, to_nobody, moved, with_row},
    Column{"made_at", system, to_child("Link made"), moved, with_row},
    Column{"expires_at", system, to_child("Link works until"), moved, with_row},
    Column{"closed_at", system, to_child("Link closed"), moved, with_row},
    Column{"wrong_tries", security, to_nobody, moved, with_row},
};

inline constexpr std::array moving_tables{
    Table{
        .name = "moving_pack",
        .holds = "What went to the next school when a child moved, and whether it was received.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = moving_pack_columns},
    Table{
        .name = "moving_link",
        .holds = "Links by which the next school opens what was sent.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = moving_link_columns},
};

}  // namespace data_map::declared
