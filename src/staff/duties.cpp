#include "staff/duties.hpp"

namespace staff {

using visits::Role;

std::string_view duties_of(Role role) {
    switch (role) {
        case Role::class_teacher:
            return "Raises concerns, answers questions about the children of the class, and measures the "
                   "impact some weeks after a programme.";
        case Role::support_staff:
            return "Notices things on the playground, raises a concern in a minute, and sees what became of "
                   "it.";
        case Role::nurture_assistant:
            return "Plans sessions, holds them, and writes an evaluation for each child.";
        case Role::senco:
            return "Holds the threads: referrals to discuss, priorities, the waiting list, letters, consent "
                   "and places.";
        case Role::headteacher:
            return "Decides where parents differ, and reads how a child’s support goes, not what the child "
                   "confides.";
        case Role::safeguarding_lead: return "Sees who is supported, and which concerns went to CPOMS.";
        case Role::administrator:
            return "Keeps people, training, terms, rooms, the policy and the letter, and imports pupils. "
                   "Sees no case.";
        case Role::governor: return "Reads the policy. Sees no child’s name.";
    }
    return {};
}

}  // namespace staff
