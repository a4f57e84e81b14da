#include "demonstration/sign_in_actions.hpp"

#include <algorithm>

#include "demonstration/store.hpp"
#include "sign_in/actions.hpp"

namespace demonstration {

std::optional<Chosen> choice(Visit& visit, std::optional<SchoolId> school) {
    if (!store::is_demonstration(visit.db)) return std::nullopt;
    auto const schools = store::schools(visit.db);
    if (schools.empty()) return std::nullopt;
    auto const wanted = school.value_or(schools.front().id);
    auto const found = std::ranges::find(schools, wanted, &store::SchoolName::id);
    if (found == schools.end()) return std::nullopt;
    visit.enter(found->id, found->name);
    return Chosen{
        .school = found->id,
        .school_name = found->name,
        .schools = static_cast<int>(schools.size()),
        .people = store::people(visit.db, found->id, visit.today)};
}

std::optional<std::string> sign_in_as(
    Visit& visit,
    SchoolId school,
    visits::StaffId const& staff,
    std::string const& from,
    std::string const& user_agent
) {
    auto const chosen = choice(visit, school);
    if (!chosen) return std::nullopt;
    auto const account = store::account_of(visit.db, school, staff);
    if (!account) return std::nullopt;
    sign_in::Account found;
    found.id = *account;
    return sign_in::actions::sign_in_at(
        visit,
        found,
        {.school = school, .school_name = chosen->school_name, .staff = staff},
        {"", from, user_agent}
    );
}

}  // namespace demonstration
