#include "staff/staff.hpp"

namespace staff {

std::string path_of(StaffId const& person) { return "/school/people/" + std::string(person.text()); }

std::string in_words(Untrained const& person) {
    if (!person.until) return person.name + ", whose nurture training is not on record";
    return person.name + ", whose nurture training ended on " + calendar::in_words(*person.until);
}

std::string_view in_words(TrainingKind kind) {
    switch (kind) {
        case TrainingKind::nurture: return "Nurture training";
        case TrainingKind::safeguarding: return "Safeguarding procedure";
    }
    return {};
}

std::optional<Date> last_day_of(TrainingKind kind, Date held_on) {
    return kind == TrainingKind::safeguarding ? std::optional(calendar::years_later(held_on, 1))
                                              : std::nullopt;
}

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::address_taken:
            return "Someone else at this school has this e-mail address. Use another";
        case Refusal::no_address: return "Add an e-mail address first: it is what they sign in with";
        case Refusal::account_of_several_schools:
            return "Their account leads to other schools too, so no school alone may give it a new password. "
                   "They can "
                   "change it themselves once they have signed in";
        case Refusal::changed_meanwhile:
            return "Someone else changed this while you were typing. Compare both, then save again";
        case Refusal::last_administrator:
            return "Nobody else could run the school here. Make another person administrator first, and wait "
                   "until they have signed in";
        case Refusal::no_such_class: return "Choose the class";
        case Refusal::role_held_already: return "They hold this role on some of these days already";
        case Refusal::ends_before_it_starts:
            return "The role would end before it starts. Change the last day";
        case Refusal::own_role:
            return "Nobody gives themselves a role that opens children's cases. Ask another administrator to "
                   "give it to you; where there is none, make the headteacher an administrator first";
        case Refusal::nothing_changes: return "This is what stands already. Change what is wrong";
        case Refusal::has_left: return "This person has left. Add them again if they came back";
    }
    return {};
}

}  // namespace staff
