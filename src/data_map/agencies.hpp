#pragma once

#include <array>

#include "data_map/data_map.hpp"

// What outside agencies advise.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array agency_advice_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"agency", child, to_child("Agency"), moved, with_row},
    Column{"person", contact, to_child("Who was asked"), moved, with_row},
    Column{"asked_on", child, to_child("Asked on"), moved, with_row},
    Column{"asked", special_category, to_child("What was asked"), moved, with_row, by_the_childs_key},
    Column{"advice", special_category, to_child("Advice"), moved, with_row, by_the_childs_key},
    Column{"follows", special_category, to_child("What follows"), moved, with_row, by_the_childs_key},
    Column{"shares_the_name", child, to_child("The child was named", yes_or_no), moved, with_row},
    Column{
        "sharing_reason",
        special_category,
        to_child("Why that is agreed"),
        moved,
        with_row,
        by_the_childs_key},
    Column{"asked_by", staff, to_child("Asked by", name_of_staff), moved, with_row},
    Column{"written_at", child, to_child("Written"), moved, with_row},
};

inline constexpr std::array agencies_tables{
    Table{
        .name = "agency_advice",
        .holds = "Informal advice from outside agencies about a case.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = agency_advice_columns},
};

}  // namespace data_map::declared
