#include "demonstration/sign_in_actions.hpp"

#include <algorithm>

#include "base/secret.hpp"
#include "demonstration/featured_rules.hpp"
#include "demonstration/store.hpp"
#include "letters/letters.hpp"
#include "letters/link_store.hpp"
#include "sign_in/actions.hpp"
#include "sign_in/second_way_rules.hpp"
#include "sign_in/store.hpp"
#include "today/actions.hpp"

namespace demonstration {
namespace {

// The visit as this person would make it.
std::optional<Visit> visit_of(Visit const& visit, Chosen const& chosen, Somebody const& somebody) {
    sign_in::Presence presence;
    presence.account = somebody.account;
    presence.school = chosen.school;
    presence.staff = somebody.staff;
    auto comer = sign_in::store::person(visit.db, presence, visit.today);
    if (!comer) return std::nullopt;
    return Visit{
        .db = visit.db,
        .now = visit.now,
        .today = visit.today,
        .school = chosen.school,
        .school_name = chosen.school_name,
        .who = sign_in::with_every_role(std::move(*comer)),
        .frame = {},
        .public_address = visit.public_address,
        .sends_mail = visit.sends_mail};
}

}  // namespace

std::optional<Chosen> choice(Visit& visit, std::optional<SchoolId> school) {
    if (!sign_in::store::people_are_made_up(visit.db)) return std::nullopt;
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
        .sends_mail = visit.sends_mail};
}

People people(Visit& visit, Chosen const& chosen) {
    std::vector<Candidate> candidates;
    for (auto& somebody : store::people(visit.db, chosen.school, visit.today))
        if (auto theirs = visit_of(visit, chosen, somebody)) {
            auto day = today::gather(*theirs);
            candidates.push_back({std::move(somebody), std::move(day)});
        }
    auto people = featured(std::move(candidates));
    people.parent = store::parent_asked(visit.db, chosen.school);
    return people;
}

std::optional<std::string> answer_as_parent(Visit& visit, SchoolId school, CaseId const& the_case) {
    auto const chosen = choice(visit, school);
    if (!chosen) return std::nullopt;
    auto const parent = store::parent_asked(visit.db, school);
    if (!parent || parent->the_case != the_case) return std::nullopt;
    auto const token = secret::new_token();
    letters::Link link;
    link.token_hash = secret::hash_of_token(token);
    link.school = school;
    link.case_id = parent->the_case;
    link.contact = parent->contact;
    link.made_at = visit.now;
    link.expires_at = visit.now + letters::link_lasts;
    link.proof_key = secret::new_token();
    // Beside the link on their letter, which goes on opening.
    letters::link_store::add(visit.db, link);
    return "/consent/" + token;
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
