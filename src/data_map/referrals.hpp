#pragma once

#include <array>

#include "data_map/data_map.hpp"

// Concerns, discussions, priorities and the waiting list.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array target_area_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"name", school, to_nobody, untouched, stays_with_the_school},
    Column{"closed_on", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array strategy_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"area_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"title", school, to_nobody, untouched, stays_with_the_school},
    Column{"words", school, to_nobody, untouched, stays_with_the_school},
    Column{"schools_own", school, to_nobody, untouched, stays_with_the_school},
    Column{"version", system, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array session_plan_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"id", key, to_nobody, untouched, stays_with_the_school},
    Column{"title", school, to_nobody, untouched, stays_with_the_school},
    Column{"minutes", school, to_nobody, untouched, stays_with_the_school},
    Column{"needed", school, to_nobody, untouched, stays_with_the_school},
    Column{"steps", school, to_nobody, untouched, stays_with_the_school},
    Column{"version", system, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array session_plan_area_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"plan_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"area_id", key, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array strand_area_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"instrument", key, to_nobody, untouched, stays_with_the_school},
    Column{"scale", key, to_nobody, untouched, stays_with_the_school},
    Column{"area_id", key, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array concern_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"pupil_id", key, to_nobody, moved, with_row},
    Column{"source", child, to_child("Came from"), moved, with_row},
    Column{"source_name", contact, to_child("Raised by"), moved, with_row},
    Column{"seen", special_category, to_child("What was seen"), moved, with_row, by_the_childs_key},
    Column{"tried", special_category, to_child("What was tried"), moved, with_row, by_the_childs_key},
    Column{
        "attachment_figure",
        special_category,
        to_child("Needs an attachment figure", yes_or_no),
        moved,
        with_row},
    Column{"parents_spoken_to", child, to_child("Parents spoken to"), moved, with_row},
    Column{"noticed_on", child, to_child("Noticed"), moved, with_row},
    Column{"written_by", staff, to_child("Written by", name_of_staff), moved, with_row},
    Column{"written_at", child, to_child("Written"), moved, with_row},
    Column{"answer", special_category, to_child("Answer to the parent"), moved, with_row, by_the_childs_key},
    Column{"answered_by", staff, to_child("Answered by", name_of_staff), moved, with_row},
    Column{"answered_at", child, to_child("Answered"), moved, with_row},
    Column{"version", system, to_nobody, moved, with_row},
    Column{"read_at", child, to_nobody, moved, with_row},
    Column{"read_by", staff, to_nobody, moved, with_row},
    Column{"decision_read_at", child, to_nobody, moved, with_row},
    Column{"reworded_at", child, to_child("Reworded"), moved, with_row},
};

inline constexpr std::array concern_area_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"concern_id", key, to_nobody, moved, with_row},
    Column{"area_id", key, to_child("Target area", name_of_area), moved, with_row},
};

inline constexpr std::array concern_seen_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"concern_id", key, to_nobody, moved, with_row},
    Column{"staff_id", key, to_child("Seen by", name_of_staff), moved, with_row},
    Column{"seen_at", child, to_child("Seen"), moved, with_row},
    Column{"words_at", key, to_nobody, moved, with_row},
};

inline constexpr std::array discussion_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"held_on", child, to_child("Held"), moved, with_row},
    Column{"present", staff, to_child("Present"), moved, with_row},
    Column{"outcome", child, to_child("Outcome"), moved, with_row},
    Column{"reason", special_category, to_child("Why"), moved, with_row, by_the_childs_key},
    Column{"instead", special_category, to_child("Instead"), moved, with_row, by_the_childs_key},
    Column{"information_from", child, to_child("More information from"), moved, with_row},
    Column{"information_by_on", child, to_child("More information by"), moved, with_row},
    Column{"made_by", staff, to_child("Written by", name_of_staff), moved, with_row},
    Column{"made_at", child, to_nobody, moved, with_row},
};

inline constexpr std::array agreed_area_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"discussion_id", key, to_nobody, moved, with_row},
    Column{"area_id", key, to_child("Target area", name_of_area), moved, with_row},
};

inline constexpr std::array prioritisation_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"form", child, to_child("Form of support"), moved, with_row},
    Column{"need", special_category, to_child("Need"), moved, with_row},
    Column{"impact_on_learning", special_category, to_child("Impact on learning"), moved, with_row},
    Column{"earlier_support", special_category, to_child("Earlier support"), moved, with_row},
    Column{"reason", special_category, to_child("Why"), moved, with_row, by_the_childs_key},
    Column{"made_by", staff, to_child("Decided by", name_of_staff), moved, with_row},
    Column{"made_at", child, to_child("Decided"), moved, with_row},
};

inline constexpr std::array waiting_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"since_on", child, to_child("Waiting since"), moved, with_row},
    Column{"review_by_on", child, to_child("To be looked at again by"), moved, with_row},
    Column{"meanwhile", special_category, to_child("Meanwhile"), moved, with_row, by_the_childs_key},
    Column{"position", child, to_child("Place on the list"), moved, with_row},
    Column{"position_reason", special_category, to_child("Why there"), moved, with_row, by_the_childs_key},
    Column{"ended_on", child, to_child("Off the list"), moved, with_row},
    Column{"version", system, to_nobody, moved, with_row},
};

inline constexpr std::array referrals_tables{
    Table{
        .name = "target_area",
        .holds = "What support works on.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = target_area_columns},
    Table{
        .name = "strategy",
        .holds = "Strategies for the classroom.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = strategy_columns},
    Table{
        .name = "session_plan",
        .holds = "Session plans of the school's library.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = session_plan_columns},
    Table{
        .name = "session_plan_area",
        .holds = "The target areas that a session plan is for.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = session_plan_area_columns},
    Table{
        .name = "strand_area",
        .holds = "The target areas that strands of instruments lead to.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = strand_area_columns},
    Table{
        .name = "concern",
        .holds = "What someone noticed about a pupil, before any referral.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = concern_columns},
    Table{
        .name = "concern_area",
        .holds = "Target areas of a concern.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_concern,
        .columns = concern_area_columns},
    Table{
        .name = "concern_seen",
        .holds = "Who has seen a concern.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_concern,
        .columns = concern_seen_columns},
    Table{
        .name = "discussion",
        .holds = "A referral talked through, and what came of it.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = discussion_columns},
    Table{
        .name = "agreed_area",
        .holds = "Target areas that were agreed.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_discussion,
        .columns = agreed_area_columns},
    Table{
        .name = "prioritisation",
        .holds = "The form of support, and how pressing it is.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = prioritisation_columns},
    Table{
        .name = "waiting",
        .holds = "The waiting list.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = waiting_columns},
};

}  // namespace data_map::declared
