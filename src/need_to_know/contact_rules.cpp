#include "need_to_know/contact_rules.hpp"

#include "need_to_know/rules.hpp"

namespace need_to_know {

using visits::Role;

std::optional<std::string> duty_to_contacts(visits::Who const& who) {
    if (who.holds(Role::senco)) return "You see this because you are the SENCo.";
    if (who.holds(Role::administrator)) return "You see this because you keep the school's contacts.";
    return std::nullopt;
}

std::optional<ContactAccess> contact_access_of(visits::Who const& who, Child const& child) {
    if (!who.staff || is_family(who, child)) return std::nullopt;
    if (auto const duty = duty_to_contacts(who))
        return ContactAccess(who.holds(Role::senco) ? Contacts::with_orders : Contacts::all, *duty);
    if (teaches(who, child.pupil))
        return ContactAccess(
            Contacts::names, "You see this because you teach " + child.pupil.class_name + "."
        );
    return std::nullopt;
}

}  // namespace need_to_know
