#include "staff/store.hpp"
#include "today/actions.hpp"
#include "today/store.hpp"

namespace today {
namespace {

std::string in_words(staff::RoleHeld const& role) {
    std::string words(visits::in_words(role.role));
    return role.class_name ? words + " of " + *role.class_name : words;
}

}  // namespace

WithoutRole without_role(Visit& visit) {
    WithoutRole standing{
        .administrators = store::administrators(visit.db, visit.school, visit.today), .begins = {}};
    for (auto const& role : staff::store::roles_of(visit.db, visit.school, visit.staff())) {
        if (role.starts_on <= visit.today)
            standing.had_one = true;
        else if (!standing.begins)
            standing.begins = RoleToCome{in_words(role), role.starts_on};
    }
    return standing;
}

}  // namespace today
