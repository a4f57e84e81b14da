#include "exchange/plan.hpp"

namespace exchange {

std::string_view in_words(Likeness likeness) {
    switch (likeness) {
        case Likeness::former_upn: return "The UPN is a former one";
        case Likeness::upn_but_other_child: return "The same UPN, but another name and date of birth";
        case Likeness::names_and_birth_but_other_upn:
            return "The same name and date of birth, but another UPN";
        case Likeness::several_with_names_and_birth:
            return "The same name and date of birth as several pupils";
        case Likeness::birth_and_surname: return "The same date of birth and surname, but another forename";
        case Likeness::birth_and_forename: return "The same date of birth and forename, but another surname";
        case Likeness::names_but_other_birth: return "The same name, but another date of birth";
    }
    return {};
}

std::string PlannedPupil::name() const {
    auto const& forename = after.preferred_forename.empty() ? after.legal_forename : after.preferred_forename;
    auto const& surname = after.preferred_surname.empty() ? after.legal_surname : after.preferred_surname;
    return forename + " " + surname;
}

std::vector<PupilId> whose_contacts(Plan const& plan) {
    std::vector<PupilId> pupils;
    for (auto const& planned : plan.changed)
        if (planned.before && !planned.contacts.empty() && !planned.of_ones_own)
            pupils.push_back(planned.before->id);
    return pupils;
}

}  // namespace exchange
