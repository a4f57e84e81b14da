#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "base/words.hpp"

namespace visits {

enum class Role {
    class_teacher,
    support_staff,
    nurture_assistant,
    senco,
    headteacher,
    safeguarding_lead,
    administrator,
    governor
};
constexpr auto words(Role) {
    return std::array{
        "class_teacher",
        "support_staff",
        "nurture_assistant",
        "senco",
        "headteacher",
        "safeguarding_lead",
        "administrator",
        "governor"};
}

// "Nurture Assistant"
constexpr std::string_view in_words(Role role) {
    switch (role) {
        case Role::class_teacher: return "Class teacher";
        case Role::support_staff: return "Support staff";
        case Role::nurture_assistant: return "Nurture Assistant";
        case Role::senco: return "SENCo";
        case Role::headteacher: return "Headteacher";
        case Role::safeguarding_lead: return "Safeguarding lead";
        case Role::administrator: return "Administrator";
        case Role::governor: return "Governor";
    }
    return {};
}

// What a route asks of the person who comes. Whether they may see this child is another question, which
// need_to_know answers.
enum class Permission {
    anyone,          // the public pages, and links whose token is the key
    signed_in,       // whoever works here
    run_school,      // people, terms, rooms, imports
    see_pupils,      // names and classes
    raise_concern,   // and see what became of one's own
    open_case,       // a child's story, as far as need_to_know lets
    work_on_cases,   // with SENCo and Nurture Assistants: referrals, waiting list, programmes
    coordinate,      // the SENCo's steps: discussion to allocation, letters, consent, next step
    decide_dispute,  // where parents differ
    deliver,         // sessions, evaluations, check-ins
    teach_class,     // the class teacher's part: impact review, answers, messages to parents
    edit_letters,    // the school's template
    review_policy,   // that a version was reviewed, and when it is next
    set_up_cpoms,    // where CPOMS opens, what is handed over to it, and what became of that
    // Requests for what is held about a person: to see them, to prepare them line by line, to sign them.
    open_data_requests,
    prepare_data_requests,
    sign_data_requests,
    // How long records are held, what holds them, and their erasure by two.
    end_records,
    define_measures,      // what classes are measured by, and on which scales
    keep_instruments,     // the instruments that the school rates by, and their norms
    see_insight,          // what support comes to, in figures that tell of no child
    make_outcomes,        // the figures of a school year, once it is over, and to give them to the county
    decide_on_ethnicity,  // whether the school keeps its pupils' ethnicity at all
    see_county            // what schools gave to the county: for its team, and for no role of a school
};
constexpr auto words(Permission) {
    return std::array{
        "anyone",
        "signed_in",
        "run_school",
        "see_pupils",
        "raise_concern",
        "open_case",
        "work_on_cases",
        "coordinate",
        "decide_dispute",
        "deliver",
        "teach_class",
        "edit_letters",
        "review_policy",
        "set_up_cpoms",
        "open_data_requests",
        "prepare_data_requests",
        "sign_data_requests",
        "end_records",
        "define_measures",
        "keep_instruments",
        "see_insight",
        "make_outcomes",
        "decide_on_ethnicity",
        "see_county"};
}

// The whole policy of roles. Anything not granted here is refused.
constexpr bool allows(Role role, Permission permission) {
    switch (permission) {
        case Permission::anyone:
        case Permission::signed_in: return true;
        case Permission::run_school: return role == Role::administrator;
        case Permission::see_pupils: return role != Role::governor;
        case Permission::raise_concern: return role != Role::governor && role != Role::administrator;
        case Permission::open_case:
            return role == Role::class_teacher || role == Role::nurture_assistant || role == Role::senco ||
                   role == Role::headteacher || role == Role::safeguarding_lead;
        case Permission::work_on_cases: return role == Role::nurture_assistant || role == Role::senco;
        case Permission::coordinate: return role == Role::senco;
        case Permission::decide_dispute: return role == Role::senco || role == Role::headteacher;
        case Permission::deliver: return role == Role::nurture_assistant;
        case Permission::teach_class: return role == Role::class_teacher;
        case Permission::define_measures:
        case Permission::edit_letters: return role == Role::senco || role == Role::administrator;
        case Permission::set_up_cpoms:
            return role == Role::administrator || role == Role::senco || role == Role::safeguarding_lead;
        case Permission::review_policy: return role == Role::headteacher || role == Role::administrator;
        case Permission::open_data_requests: return role == Role::senco || role == Role::headteacher;
        case Permission::decide_on_ethnicity:
        case Permission::keep_instruments: return role == Role::senco || role == Role::administrator;
        case Permission::see_insight:
            return role == Role::senco || role == Role::headteacher || role == Role::governor;
        case Permission::make_outcomes:
        case Permission::end_records: return role == Role::senco || role == Role::headteacher;
        case Permission::prepare_data_requests: return role == Role::senco;
        case Permission::sign_data_requests: return role == Role::headteacher;
        case Permission::see_county: return false;
    }
    return false;
}

}  // namespace visits
