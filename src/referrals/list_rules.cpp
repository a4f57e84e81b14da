#include "referrals/list_rules.hpp"

#include <algorithm>

namespace referrals {

std::optional<Group> group_of(cases::Stage stage) {
    using cases::Stage;
    switch (stage) {
        case Stage::concern_raised: return Group::new_concerns;
        case Stage::referred:
        case Stage::more_information: return Group::to_discuss;
        case Stage::to_prioritise: return Group::to_prioritise;
        case Stage::waiting: return Group::waiting;
        case Stage::letter_due: return Group::letters;
        case Stage::awaiting_answer:
        case Stage::consent_expired:
        case Stage::consent_to_note:
        case Stage::consent_refused:
        case Stage::in_dispute: return Group::consent;
        case Stage::to_allocate: return Group::to_allocate;
        case Stage::to_start: return Group::to_start;
        case Stage::running:
        case Stage::stopped:
        case Stage::impact_to_come:
        case Stage::impact_open:
        case Stage::impact_overdue:
        case Stage::next_step_due:
        case Stage::closed: return std::nullopt;
    }
    return std::nullopt;
}

bool is_for_the_meeting(Group group) {
    switch (group) {
        case Group::new_concerns:
        case Group::to_discuss:
        case Group::to_prioritise:
        case Group::waiting:
        case Group::to_allocate: return true;
        case Group::letters:
        case Group::consent:
        case Group::to_start: return false;
    }
    return false;
}

void order_by_age(std::vector<ListLine>& lines) {
    std::ranges::stable_sort(lines, std::ranges::greater{}, &ListLine::days_since_concern);
}

}  // namespace referrals
