#pragma once

#include <array>

#include "data_map/data_map.hpp"

// Who may know about a child.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array sharing_agreement_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"asked_on", child, to_child("Asked"), moved, with_row},
    Column{"asked_by", staff, to_child("Asked by", name_of_staff), moved, with_row},
    Column{"understands", child, to_child("Understood what was asked", yes_or_no), moved, with_row},
    Column{
        "why_judged",
        special_category,
        to_child("What made the adult think so"),
        moved,
        with_row,
        by_the_childs_key},
    Column{"made_at", child, to_nobody, moved, with_row},
    Column{"replaced_at", child, to_child("Asked again"), moved, with_row},
};

inline constexpr std::array agreed_share_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"agreement_id", key, to_nobody, moved, with_row},
    Column{"zone", child, to_child("What may be known"), moved, with_row},
    Column{"staff_id", key, to_child("By whom", name_of_staff), moved, with_row},
    Column{"role", child, to_child("By whom, as"), moved, with_row},
    Column{"answer", child, to_child("What was said"), moved, with_row},
    Column{"until_on", child, to_child("Until"), moved, with_row},
};

inline constexpr std::array agreed_circle_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"agreement_id", key, to_nobody, moved, with_row},
    Column{"circle", child, to_child("Everybody who"), moved, with_row},
    Column{"zone", child, to_child("What may be known"), moved, with_row},
    Column{"until_on", child, to_child("Until"), moved, with_row},
};

inline constexpr std::array objection_answer_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"share_id", key, to_nobody, moved, with_row},
    Column{"outcome", child, to_child("How an objection was answered"), moved, with_row},
    Column{"reason", special_category, to_child("Why"), moved, with_row, by_the_childs_key},
    Column{"answered_by", staff, to_child("Answered by", name_of_staff), moved, with_row},
    Column{"answered_at", child, to_child("Answered"), moved, with_row},
};

inline constexpr std::array named_share_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"staff_id", key, to_child("Shared with", name_of_staff), moved, with_row},
    Column{"reason", special_category, to_child("Why"), moved, with_row, by_the_childs_key},
    Column{"shared_by", staff, to_child("Shared by", name_of_staff), moved, with_row},
    Column{"shared_at", child, to_child("Shared"), moved, with_row},
    Column{"until_on", child, to_child("Until"), moved, with_row},
    Column{"ended_by", staff, to_child("Ended by", name_of_staff), moved, with_row},
    Column{"ended_at", child, to_child("Ended"), moved, with_row},
};

inline constexpr std::array next_school_word_columns{
    Column{"school_id", key, to_nobody, kept, with_row},
    Column{"id", key, to_nobody, moved, with_row},
    Column{"case_id", key, to_nobody, moved, with_row},
    Column{"asked_on", child, to_child("Asked about the next school"), moved, with_row},
    Column{"asked_by", staff, to_child("Asked by", name_of_staff), moved, with_row},
    Column{"views", child, to_child("May know how the child sees it", yes_or_no), moved, with_row},
    Column{"confided", child, to_child("May know what the child said", yes_or_no), moved, with_row},
    Column{"understands", child, to_child("Understood what was asked", yes_or_no), moved, with_row},
    Column{
        "why_judged",
        special_category,
        to_child("What made the adult think so"),
        moved,
        with_row,
        by_the_childs_key},
    Column{"made_at", child, to_nobody, moved, with_row},
};

inline constexpr std::array sharing_tables{
    Table{
        .name = "sharing_agreement",
        .holds = "What a child was asked about who may know, and whether they understood it.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = sharing_agreement_columns},
    Table{
        .name = "agreed_share",
        .holds = "What the child answered, for each adult.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_agreement,
        .columns = agreed_share_columns},
    Table{
        .name = "agreed_circle",
        .holds = "What the child let several adults know together.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_agreement,
        .columns = agreed_circle_columns},
    Table{
        .name = "objection_answer",
        .holds = "How the SENCo answered a child's objection.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_share,
        .columns = objection_answer_columns},
    Table{
        .name = "named_share",
        .holds = "With whom the SENCo shared how it goes, by name.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = named_share_columns},
    Table{
        .name = "next_school_word",
        .holds = "What a child agreed that the next school may know of their own words.",
        .why = nurture_support,
        .kept = nurture_record,
        .of_child = by_case,
        .columns = next_school_word_columns},
};

}  // namespace data_map::declared
