#pragma once

#include <array>

#include "data_map/data_map.hpp"

// Instruments, and scores of children by them.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array assessment_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"instrument_id", key, to_nobody, moved, with_row},
    Column{"norm_set_id", key, to_nobody, moved, with_row},
    Column{"informant", child, to_child("In whose view"), moved, with_row},
    Column{"occasion", child, to_child("When"), moved, with_row},
    Column{"rated_by", staff, to_child("Rated by", name_of_staff), moved, with_row},
    Column{"rated_on", child, to_child("Rated"), moved, with_row},
    Column{"rated_at", system, to_nobody, moved, with_row},
    Column{"beside_id", key, to_nobody, moved, with_row},
    Column{"agreed_by", staff, to_child("Agreed to by", name_of_staff), moved, with_row},
    Column{"agreed_at", child, to_child("Agreed to"), moved, with_row},
    Column{"taken_back_by", staff, to_child("Taken back by", name_of_staff), moved, with_row},
    Column{"taken_back_at", child, to_child("Taken back"), moved, with_row},
    Column{
        "taken_back_why",
        special_category,
        to_child("Why it was taken back"),
        moved,
        with_row,
        by_the_childs_key},
};

inline constexpr std::array assessment_score_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"assessment_id", key, to_nobody, moved, with_row},
    Column{"scale", key, to_child("Strand or scale"), moved, with_row},
    Column{"score", special_category, to_child("Score"), moved, with_row},
    Column{"scheme", child, to_child("Called so by"), moved, with_row},
    Column{"band", special_category, to_child("Called"), moved, with_row},
    Column{"words", special_category, to_child("In the child's words"), moved, with_row, by_the_childs_key},
};

inline constexpr std::array assessment_item_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"assessment_id", key, to_nobody, moved, with_row},
    Column{"number", key, to_child("Item"), moved, with_row},
    Column{"rating", special_category, to_child("Rating"), moved, with_row},
};

inline constexpr std::array instrument_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"code", school, to_nobody, untouched, stays_with_the_school},
    Column{"version", school, to_nobody, untouched, stays_with_the_school},
    Column{"name", school, to_nobody, untouched, stays_with_the_school},
    Column{"document", school, to_nobody, untouched, stays_with_the_school},
    Column{"rating_least", school, to_nobody, untouched, stays_with_the_school},
    Column{"rating_most", school, to_nobody, untouched, stays_with_the_school},
    Column{"loaded_by", staff, to_nobody, untouched, stays_with_the_school},
    Column{"loaded_at", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array instrument_scale_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"instrument_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"code", key, to_nobody, untouched, stays_with_the_school},
    Column{"items", school, to_nobody, untouched, stays_with_the_school},
    Column{"least", school, to_nobody, untouched, stays_with_the_school},
    Column{"most", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array norm_set_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"instrument_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"code", school, to_nobody, untouched, stays_with_the_school},
    Column{"least_age", school, to_nobody, untouched, stays_with_the_school},
    Column{"most_age", school, to_nobody, untouched, stays_with_the_school},
    Column{"source", school, to_nobody, untouched, stays_with_the_school},
    Column{"made_by", staff, to_nobody, untouched, stays_with_the_school},
    Column{"made_at", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array norm_band_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"norm_set_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"scale", key, to_nobody, untouched, stays_with_the_school},
    Column{"low", school, to_nobody, untouched, stays_with_the_school},
    Column{"high", school, to_nobody, untouched, stays_with_the_school},
    Column{"mean", school, to_nobody, untouched, stays_with_the_school},
    Column{"standard_deviation", school, to_nobody, untouched, stays_with_the_school},
    Column{"reliability", school, to_nobody, untouched, stays_with_the_school},
    Column{"reliability_kind", school, to_nobody, untouched, stays_with_the_school},
    Column{"lowest_tenth", school, to_nobody, untouched, stays_with_the_school},
    Column{"highest_tenth", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array own_norm_set_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"norm_set_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"informant", school, to_nobody, untouched, stays_with_the_school},
    Column{"children", school, to_nobody, untouched, stays_with_the_school},
    Column{"first_on", school, to_nobody, untouched, stays_with_the_school},
    Column{"last_on", school, to_nobody, untouched, stays_with_the_school},
};

// Of a table before those that name it.
inline constexpr std::array assessments_tables{
    Table{
        .name = "assessment",
        .holds = "Ratings of the child by an instrument, and who agreed to them.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = assessment_columns},
    Table{
        .name = "assessment_score",
        .holds = "The score of each strand or scale, and what it is called.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_assessment,
        .columns = assessment_score_columns},
    Table{
        .name = "assessment_item",
        .holds = "The rating of each item, by its number.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_assessment,
        .columns = assessment_item_columns},
};

inline constexpr std::array instruments_tables{
    Table{
        .name = "instrument",
        .holds = "Instruments that the school loaded, by version.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = instrument_columns},
    Table{
        .name = "instrument_scale",
        .holds = "Strands and scales, and the range of their scores.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = instrument_scale_columns},
    Table{
        .name = "norm_set",
        .holds = "Norms of instruments by age.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = norm_set_columns},
    Table{
        .name = "norm_band",
        .holds = "The usual range of each strand or scale, and how far its scores can be relied on.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = norm_band_columns},
    Table{
        .name = "own_norm_set",
        .holds = "Of how many children, in whose view, norms are that the school made of its own ratings.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = own_norm_set_columns},
};

}  // namespace data_map::declared
